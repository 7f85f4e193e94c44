using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Bodies of the members of the cell's types, once everything in the cell has its signature.</summary>
internal sealed partial class Binder
{
    public ImmutableArray<BoundTypeBody> BindTypeBodies()
    {
        var bodies = ImmutableArray.CreateBuilder<BoundTypeBody>();
        foreach (var declaration in _declarations)
        {
            var saved = Push(declaration.Scope);

            // A constant that nobody asks for is computed all the same: it may be wrong.
            foreach (var constant in declaration.Symbol.GetMembers().OfType<SourceFieldSymbol>().Where(f => f.IsConst))
                _ = constant.ConstantValue;
            if (declaration.Symbol.TypeKind is not (TypeKind.Enum or TypeKind.Delegate))
                bodies.Add(BindTypeBody(declaration));
            _scope = saved;
        }

        return bodies.ToImmutable();
    }

    private BoundTypeBody BindTypeBody(TypeDeclaration declaration)
    {
        var type = declaration.Symbol;
        var methods = ImmutableArray.CreateBuilder<BoundMethodBody>();
        foreach (var (symbol, block, expression, syntax) in declaration.Bodies)
        {
            if (BindMemberBody(declaration, symbol, block, expression, syntax) is { } body)
                methods.Add(body);
        }

        var initializers = ImmutableArray.CreateBuilder<BoundFieldInitializer>();
        var statics = ImmutableArray.CreateBuilder<BoundFieldInitializer>();
        foreach (var (field, value) in declaration.Initializers)
            (field.IsStatic ? statics : initializers).Add(BindInitializer(declaration, field, value));
        var captured = type.PrimaryConstructor is { } primary && !type.Record ? primary.Parameters.Where(CapturedParameters.Contains) : [];
        return new BoundTypeBody(declaration.First.Span, type, methods.ToImmutable(), initializers.ToImmutable(), statics.ToImmutable(), [.. captured])
        {
            PrimaryBaseCall = BindPrimaryBase(declaration),
        };
    }

    private BoundMethodBody? BindMemberBody(TypeDeclaration declaration, SourceMethodSymbol symbol, BlockSyntax? block, ExpressionSyntax? expression, MemberDeclarationSyntax syntax)
    {
        var span = block?.Span ?? expression?.Span ?? syntax.Span;
        var constructor = syntax as ConstructorDeclarationSyntax;
        var nameSpan = syntax is MethodDeclarationSyntax method ? method.Identifier.Span : constructor?.Identifier.Span ?? span;
        var body = BindBody(symbol, block, expression, nameSpan, span);
        if (body is null)
            return null;
        var bound = new BoundMethodBody(syntax.Span, symbol, body);
        if (constructor is null || symbol.IsStatic)
            return bound;
        bool callsThis = constructor.Initializer is { IsBase: false };
        return bound with { ConstructorInitializer = BindConstructorInitializer(declaration, symbol, constructor), CallsThis = callsThis };
    }

    private BoundCall? BindConstructorInitializer(TypeDeclaration declaration, SourceMethodSymbol symbol, ConstructorDeclarationSyntax syntax)
    {
        var type = declaration.Symbol;
        if (syntax.Initializer is null)
        {
            if (type.TypeKind == TypeKind.Class && type.PrimaryConstructor is null)
                return ImplicitBaseCall(type, syntax.Identifier.Span);
            return null;
        }

        // Arguments see the constructor's parameters but no instance.
        var context = new BodyContext { Parent = Body, Method = symbol };
        var saved = Push(new Scope(_scope, context) { IsStatic = true });
        foreach (var parameter in symbol.Parameters)
            _scope.TryDeclare(parameter);
        var arguments = BindArguments(syntax.Initializer.ArgumentList);
        var target = syntax.Initializer.IsBase ? type.BaseType! : type;
        var call = type.IsValueType && syntax.Initializer.IsBase ? null : ConstructorCall(target, arguments, syntax.Initializer.Span, symbol);
        _scope = saved;
        return call;
    }

    private BoundCall? ConstructorCall(TypeSymbol target, ImmutableArray<Argument> arguments, TextSpan span, MethodSymbol? except)
    {
        if (arguments.Any(a => a.Expression.HasError) || target.IsError)
            return null;
        if (target.IsValueType && arguments.IsEmpty)
            return null;
        var all = target.Constructors.Where(c => !c.IsStatic && !ReferenceEquals(c, except)).ToImmutableArray();
        var constructors = all.Where(c => IsAccessible(c)).ToImmutableArray();
        if (constructors.IsEmpty)
        {
            if (!all.IsEmpty)
                _diagnostics.Inaccessible(span, all[0]);
            return null;
        }

        var chosen = Resolve(constructors, arguments, [], new CallSite(span, span, SymbolDisplay.Of(target), CallKind.Constructor, target));
        if (chosen is null)
            return null;
        var (values, order) = ArrangeArguments(chosen, arguments, span);
        var receiver = new BoundThis(span, target);
        return new BoundCall(span, receiver, (MethodSymbol)chosen.Member, values, order, true, BuiltIn.Void);
    }

    /// <summary>The base constructor that is called when none is named.</summary>
    private BoundCall? ImplicitBaseCall(SourceTypeSymbol type, TextSpan span) =>
        type.BaseType is { IsObject: false, IsError: false } baseType ? ConstructorCall(baseType, [], span, null) : null;

    private BoundCall? BindPrimaryBase(TypeDeclaration declaration)
    {
        var type = declaration.Symbol;
        if (type.TypeKind != TypeKind.Class || type.Static)
            return null;
        if (type.PrimaryConstructor is not { } primary)
        {
            // The default constructor needs one to call, too.
            if (type.Constructors.Any(c => c is SourceMethodSymbol { Synthesized: SynthesizedBody.DefaultConstructor }))
                ImplicitBaseCall(type, declaration.First.Identifier.Span);
            return null;
        }

        var syntax = declaration.Parts.OfType<TypeDeclarationSyntax>().SelectMany(p => p.BaseTypes).FirstOrDefault(b => b.ArgumentList is not null);
        if (syntax?.ArgumentList is not { } list)
            return ImplicitBaseCall(type, declaration.First.Identifier.Span);
        var saved = PushInitializerScope(declaration, primary, isStatic: true);
        var call = ConstructorCall(type.BaseType!, BindArguments(list), syntax.Span, null);
        _scope = saved;
        return call;
    }

    /// <summary>A scope for initializers: the primary constructor's parameters are at hand there without becoming fields.</summary>
    private Scope PushInitializerScope(TypeDeclaration declaration, SourceMethodSymbol? primary, bool isStatic)
    {
        var context = new BodyContext { Parent = Body, Method = primary };
        var saved = Push(new Scope(declaration.Scope, context) { IsStatic = isStatic });
        foreach (var parameter in primary?.Parameters ?? [])
            _scope.TryDeclare(parameter);
        return saved;
    }

    private bool _inFieldInitializer;

    private BoundFieldInitializer BindInitializer(TypeDeclaration declaration, SourceFieldSymbol field, ExpressionSyntax syntax)
    {
        // 'this' is not there yet: names of instance members are refused as in a static place.
        var saved = PushInitializerScope(declaration, field.IsStatic ? null : declaration.Symbol.PrimaryConstructor, isStatic: true);
        _inFieldInitializer = true;
        var value = syntax is InitializerExpressionSyntax { Kind: InitializerKind.Array } array && field.Type is ArrayTypeSymbol type
            ? ArrayFromInitializer(array, type)
            : BindConverted(syntax, field.Type);
        _inFieldInitializer = false;
        var locals = _scope.Locals;
        if (locals.Count > 0)
            value = new BoundSequence(syntax.Span, [.. locals], [], value);
        _scope = saved;
        return new BoundFieldInitializer(syntax.Span, field, value);
    }
}
