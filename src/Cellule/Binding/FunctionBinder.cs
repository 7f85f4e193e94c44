using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;
using Modifiers = Cellule.Syntax.Modifiers;
using RefKind = Cellule.Symbols.RefKind;

namespace Cellule.Binding;

/// <summary>Functions: their signatures and bodies, at the top of a cell, in blocks, and as a type's methods.</summary>
internal sealed partial class Binder
{
    private readonly Dictionary<LocalFunctionStatementSyntax, SourceMethodSymbol> _localFunctions = new(ReferenceEqualityComparer.Instance);

    private void DeclareLocalFunctions(ImmutableArray<StatementSyntax> statements)
    {
        foreach (var statement in statements)
        {
            if (statement is not LocalFunctionStatementSyntax function || _localFunctions.ContainsKey(function) && _scope.FindFunctions(function.Identifier.ValueText) is not null)
                continue;
            var symbol = new SourceMethodSymbol(function.Identifier.ValueText, MethodKind.LocalFunction, null)
            {
                Static = function.Modifiers.Has(Modifiers.Static),
                NameSpan = function.Identifier.Span,
            };
            DeclareSignature(symbol, function.Modifiers, function.TypeParameters, function.ParameterList, function.Constraints, function.ReturnType);
            if (_scope.FindFunctions(symbol.Name) is not null || _scope.Find(symbol.Name) is not null)
                _diagnostics.DuplicateLocal(function.Identifier.Span, symbol.Name);
            _scope.DeclareFunction(symbol);
            _localFunctions[function] = symbol;
        }
    }

    private BoundStatement BindLocalFunction(LocalFunctionStatementSyntax syntax)
    {
        if (!_localFunctions.TryGetValue(syntax, out var symbol))
        {
            DeclareLocalFunctions([syntax]);
            symbol = _localFunctions[syntax];
        }

        var body = BindBody(symbol, syntax.Body, syntax.ExpressionBody, syntax.Identifier.Span, syntax.Span);
        return body is null ? new BoundNop(syntax.Span) : new BoundLocalFunction(syntax.Span, symbol, body);
    }

    /// <summary>A method at the top of a cell: declared before anything is bound, so that statements may call it.</summary>
    public SourceMethodSymbol DeclareTopLevelMethod(MethodDeclarationSyntax syntax)
    {
        var symbol = new SourceMethodSymbol(syntax.Identifier.ValueText, MethodKind.TopLevel, null) { Static = true, NameSpan = syntax.Identifier.Span };
        DeclareSignature(symbol, syntax.Modifiers, syntax.TypeParameters, syntax.ParameterList, syntax.Constraints, syntax.ReturnType);
        if (_scope.FindFunctions(symbol.Name)?.Any(m => MemberLookup.SameParameters(m.Parameters, symbol.Parameters) && m.TypeParameters.Length == symbol.TypeParameters.Length) == true)
            _diagnostics.DuplicateSignature(syntax.Identifier.Span, symbol.Name);
        _scope.DeclareFunction(symbol);
        Annotate(symbol, AttributeTargets.Method, syntax.AttributeLists);
        return symbol;
    }

    /// <summary>Properties of the cell's top level with accessors of their own.</summary>
    public List<PropertySymbol> CellProperties { get; } = [];

    /// <summary>Declares the accessors as top-level methods, and the property under its name.</summary>
    public List<(SourceMethodSymbol Symbol, MethodDeclarationSyntax Syntax)> DeclareTopLevelProperty(PropertyDeclarationSyntax syntax)
    {
        var accessors = AccessorsOf(syntax).Select(a => (Symbol: DeclareTopLevelMethod(a), Syntax: a)).ToList();
        if (accessors.Count == 0)
            return accessors;
        MethodSymbol? getter = accessors.Find(a => !a.Symbol.ReturnType.IsVoid).Symbol, setter = accessors.Find(a => a.Symbol.ReturnType.IsVoid).Symbol;
        var property = new AccessorPropertySymbol(syntax.Identifier.ValueText, getter, setter);
        if (_scope.TryDeclare(property))
            CellProperties.Add(property);
        else
            _diagnostics.DuplicateVariable(syntax.Identifier.Span, property.Name);
        return accessors;
    }

    public BoundMethodBody? BindTopLevelMethod(SourceMethodSymbol symbol, MethodDeclarationSyntax syntax)
    {
        var body = BindBody(symbol, syntax.Body, syntax.ExpressionBody, syntax.Identifier.Span, syntax.Span);
        return body is null ? null : new BoundMethodBody(syntax.Span, symbol, body);
    }

    private void DeclareSignature(
        SourceMethodSymbol symbol,
        ModifierList modifiers,
        ImmutableArray<TypeParameterSyntax> typeParameters,
        ParameterListSyntax parameters,
        ImmutableArray<TypeParameterConstraintClauseSyntax> constraints,
        TypeSyntax? returnType)
    {
        var outer = OpenScope();
        symbol.DeclaredTypeParameters = DeclareTypeParameters(typeParameters, 0, isMethod: true);
        BindConstraints(symbol.DeclaredTypeParameters, constraints);
        symbol.Async = modifiers.Has(Modifiers.Async);
        if (returnType is not null)
        {
            symbol.DeclaredReturnType = BindType(returnType);
            if (returnType is RefTypeSyntax byRef)
                symbol.DeclaredReturnRefKind = byRef.IsReadOnly ? RefKind.In : RefKind.Ref;
        }

        symbol.DeclaredParameters = BindParameters(parameters);
        symbol.Extension = parameters.Parameters.Length > 0 && parameters.Parameters[0].IsThis;
        if (symbol.Async && returnType is not null && !IsAsyncReturn(symbol.ReturnType))
            _diagnostics.AsyncReturnType(symbol.NameSpan.Length > 0 ? symbol.NameSpan : returnType.Span);
        CloseScope(outer);
    }

    private static bool IsAsyncReturn(TypeSymbol type) =>
        type.IsVoid || type.IsError || IsPlainTask(type) || TaskResult(type) is not null
        || type.OriginalDefinition == LoadedTypes.From(typeof(IAsyncEnumerable<>)) || type.OriginalDefinition == LoadedTypes.From(typeof(IAsyncEnumerator<>));

    /// <summary>Declares type parameters in the current scope; <paramref name="first"/> is the number of inherited ones.</summary>
    private ImmutableArray<TypeParameterSymbol> DeclareTypeParameters(ImmutableArray<TypeParameterSyntax> syntax, int first, bool isMethod)
    {
        var result = ImmutableArray.CreateBuilder<TypeParameterSymbol>(syntax.Length);
        foreach (var parameter in syntax)
        {
            var symbol = new SourceTypeParameterSymbol(parameter.Identifier.ValueText, first + result.Count, isMethod)
            {
                Covariant = parameter.Variance == VarianceKind.Out,
                Contravariant = parameter.Variance == VarianceKind.In,
            };
            if (!_scope.TryDeclare(symbol))
                _diagnostics.DuplicateTypeParameter(parameter.Identifier.Span, symbol.Name);
            result.Add(symbol);
        }

        return result.ToImmutable();
    }

    private void BindConstraints(ImmutableArray<TypeParameterSymbol> parameters, ImmutableArray<TypeParameterConstraintClauseSyntax> clauses)
    {
        _inConstraints = true;
        foreach (var clause in clauses)
        {
            if (parameters.FirstOrDefault(p => p.Name == clause.Name.ValueText) is not SourceTypeParameterSymbol parameter)
            {
                _diagnostics.ConstraintOfNone(clause.Name.Span, clause.Name.ValueText);
                continue;
            }

            foreach (var constraint in clause.Constraints)
            {
                switch (constraint)
                {
                    case SpecialConstraintSyntax { Kind: SpecialConstraintKind.Class or SpecialConstraintKind.NullableClass }:
                        parameter.ClassConstraint = true;
                        break;
                    case SpecialConstraintSyntax { Kind: SpecialConstraintKind.Struct }:
                        parameter.StructConstraint = true;
                        parameter.NewConstraint = true;
                        break;
                    case SpecialConstraintSyntax { Kind: SpecialConstraintKind.New }:
                        parameter.NewConstraint = true;
                        break;
                    case SpecialConstraintSyntax { Kind: SpecialConstraintKind.AllowsRefStruct }:
                        parameter.RefStructAllowed = true;
                        break;
                    case TypeConstraintSyntax { Type: IdentifierNameSyntax { Name: "notnull" } }:
                        break;
                    case TypeConstraintSyntax { Type: IdentifierNameSyntax { Name: "unmanaged" } }:
                        parameter.StructConstraint = true;
                        break;
                    case TypeConstraintSyntax type when BindType(type.Type) is { IsError: false } bound:
                        parameter.Constraints = parameter.Constraints.Add(bound);
                        break;
                }
            }
        }

        _inConstraints = false;
    }

    private ImmutableArray<ParameterSymbol> BindParameters(ParameterListSyntax list)
    {
        var result = ImmutableArray.CreateBuilder<ParameterSymbol>(list.Parameters.Length);
        CheckParameters(list);
        foreach (var syntax in list.Parameters)
        {
            var type = syntax.Type is null ? BuiltIn.Error : BindType(syntax.Type);
            if (type.IsVoid)
                _diagnostics.VoidNotAllowed(syntax.Type!.Span);
            var name = syntax.Identifier.ValueText;
            if (result.Any(p => p.Name == name))
                _diagnostics.DuplicateParameter(syntax.Identifier.Span, name);
            if (syntax.IsParams && !type.IsError && (type.IsString || ElementOfParams(type) is null))
                _diagnostics.ParamsType(new TextSpan(syntax.Span.Start, "params".Length));
            var value = syntax.Default is null ? null : BindParameterDefault(syntax.Default, type, syntax.Identifier).Value;
            var (caller, argument) = CallerInfoOf(syntax);
            var parameter = new ParameterSymbol(name, type, result.Count, KindOf(syntax.RefKind))
            {
                IsParams = syntax.IsParams,
                IsOptional = syntax.Default is not null,
                DefaultValue = value,
                IsThis = syntax.IsThis,
                CallerInfo = caller,
                CallerArgument = argument,
            };
            result.Add(parameter);
        }

        // An attribute may name the parameters: nameof(x).
        if (list.Parameters.Any(p => !p.AttributeLists.IsEmpty))
        {
            var outer = OpenScope();
            foreach (var parameter in result)
                _scope.TryDeclare(parameter);
            for (var i = 0; i < result.Count; i++)
                Annotate(result[i], AttributeTargets.Parameter, list.Parameters[i].AttributeLists);
            _scope = outer;
        }

        return result.ToImmutable();
    }

    private ParameterDefault BindParameterDefault(ExpressionSyntax syntax, TypeSymbol type, SyntaxToken identifier)
    {
        var value = BindValue(syntax);
        if (!value.HasError && !type.IsError && !Classify(value, type).Exists)
        {
            _diagnostics.DefaultOfOtherType(identifier.Span, TypeText(value), type);
            return new ParameterDefault(null);
        }

        var bound = Convert(value, type);
        while (bound is BoundConversion { Kind: ConversionKind.NullableWrap or ConversionKind.Boxing or ConversionKind.Reference } wrapped)
            bound = wrapped.Operand;
        if (bound is not (BoundLiteral or BoundDefault or BoundDefaultCreation or BoundBad))
            _diagnostics.ConstantInitializerExpected(syntax.Span, identifier.ValueText);
        return new ParameterDefault((bound as BoundLiteral)?.Value);
    }

    private static (CallerInfoKind Kind, string? Argument) CallerInfoOf(ParameterSyntax syntax)
    {
        foreach (var attribute in syntax.AttributeLists.SelectMany(l => l.Attributes))
        {
            var name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right.Name : (attribute.Name as SimpleNameSyntax)?.Name;
            switch (name)
            {
                case "CallerLineNumber":
                    return (CallerInfoKind.LineNumber, null);
                case "CallerFilePath":
                    return (CallerInfoKind.FilePath, null);
                case "CallerMemberName":
                    return (CallerInfoKind.MemberName, null);
                case "CallerArgumentExpression":
                    var argument = attribute.Arguments.FirstOrDefault()?.Expression;
                    return (CallerInfoKind.ArgumentExpression, (argument as LiteralExpressionSyntax)?.Value as string ?? ((argument as NameOfExpressionSyntax)?.Expression as SimpleNameSyntax)?.Name);
            }
        }

        return (CallerInfoKind.None, null);
    }

    /// <summary>What an iterator's method yields; null when its return type is no enumerable or enumerator.</summary>
    private static TypeSymbol? YieldTypeOf(TypeSymbol type)
    {
        var definition = type.OriginalDefinition.RuntimeType;
        if (definition == typeof(IEnumerable<>) || definition == typeof(IEnumerator<>) || definition == typeof(IAsyncEnumerable<>) || definition == typeof(IAsyncEnumerator<>))
            return type.TypeArguments[0];
        return definition == typeof(System.Collections.IEnumerable) || definition == typeof(System.Collections.IEnumerator) ? BuiltIn.Object : null;
    }

    /// <summary>A function's body within a scope of its type parameters and parameters; null when it has none.</summary>
    private BoundBlock? BindBody(SourceMethodSymbol symbol, BlockSyntax? block, ExpressionSyntax? expression, TextSpan nameSpan, TextSpan span)
    {
        if (block is null && expression is null)
        {
            if (symbol.ContainingType is null)
                _diagnostics.MissingBody(nameSpan, symbol.Name);
            return null;
        }

        var returnType = symbol.ReturnType;
        var yieldType = YieldTypeOf(returnType);
        var wanted = symbol.IsAsync ? TaskResult(returnType) ?? (yieldType is null ? BuiltIn.Void : returnType) : returnType;
        var context = new BodyContext
        {
            Parent = Body,
            Method = symbol,
            ReturnType = wanted,
            IsAsync = symbol.IsAsync,
            IsStaticFunction = symbol is { IsStatic: true, MethodKind: MethodKind.LocalFunction },
            YieldType = yieldType,
            HasYield = block is not null && Yields(block),
            ReturnRefKind = symbol.ReturnRefKind,
        };
        var isStatic = symbol.IsStatic && symbol.ContainingType is not null;
        var outer = Push(new Scope(_scope, context) { IsStatic = isStatic });
        foreach (var parameter in symbol.TypeParameters)
            _scope.TryDeclare(parameter);
        foreach (var parameter in symbol.Parameters)
            _scope.TryDeclare(parameter);
        var savedChecked = (_isChecked, _catchDepth, _tryDepth, _finallyDepth);
        (_isChecked, _catchDepth, _tryDepth, _finallyDepth) = (false, 0, 0, 0);
        BoundBlock body;
        if (expression is not null)
        {
            body = ExpressionBody(expression, wanted, symbol);
        }
        else
        {
            body = BindBlock(block!);
            if (!wanted.IsVoid && !wanted.IsError && !context.HasYield && FlowAnalysis.EndReachable(body))
                _diagnostics.NotAllPathsReturn(nameSpan, symbol.Name);
        }

        if (context.HasYield)
            symbol.Iterator = true;
        (_isChecked, _catchDepth, _tryDepth, _finallyDepth) = savedChecked;
        var locals = CloseScope(outer);
        return locals.IsEmpty ? body : new BoundBlock(span, locals, [body]);
    }

    private BoundBlock ExpressionBody(ExpressionSyntax syntax, TypeSymbol wanted, SourceMethodSymbol symbol)
    {
        BoundStatement statement;
        if (syntax is RefExpressionSyntax byRef)
        {
            statement = new BoundReturn(syntax.Span, BindLvalue(byRef.Expression), RefKind.Ref);
        }
        else if (wanted.IsVoid)
        {
            var value = BindValue(syntax);
            if (value is UnboundThrow { Exception: var exception })
            {
                statement = new BoundThrow(syntax.Span, exception);
            }
            else
            {
                value = RequireStatement(value);
                if (!IsStatementExpression(syntax) && !value.HasError)
                    _diagnostics.NotAStatement(syntax.Span);
                statement = new BoundExpressionStatement(syntax.Span, value is BoundDynamic dynamic ? dynamic with { ResultDiscarded = true } : value);
            }
        }
        else
        {
            statement = new BoundReturn(syntax.Span, BindConverted(syntax, wanted));
        }

        return new BoundBlock(syntax.Span, [], [statement]);
    }

    /// <summary>Whether a body yields, nested functions left out.</summary>
    private static bool Yields(StatementSyntax statement) => statement switch
    {
        YieldStatementSyntax => true,
        BlockSyntax block => block.Statements.Any(Yields),
        IfStatementSyntax branch => Yields(branch.Then) || (branch.Else is not null && Yields(branch.Else)),
        WhileStatementSyntax loop => Yields(loop.Body),
        DoStatementSyntax loop => Yields(loop.Body),
        ForStatementSyntax loop => Yields(loop.Body),
        ForEachStatementSyntax loop => Yields(loop.Body),
        ForEachVariableStatementSyntax loop => Yields(loop.Body),
        TryStatementSyntax attempt => Yields(attempt.Block) || attempt.Catches.Any(c => Yields(c.Block)) || (attempt.Finally is not null && Yields(attempt.Finally)),
        UsingStatementSyntax usingStatement => Yields(usingStatement.Body),
        LockStatementSyntax lockStatement => Yields(lockStatement.Body),
        CheckedStatementSyntax checkedStatement => Yields(checkedStatement.Block),
        SwitchStatementSyntax @switch => @switch.Sections.Any(s => s.Statements.Any(Yields)),
        LabeledStatementSyntax labeled => Yields(labeled.Statement),
        _ => false,
    };
}
