using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;
using Modifiers = Cellule.Syntax.Modifiers;

namespace Cellule.Binding;

/// <summary>
/// What extension blocks add to types: declared as static methods of their class (an instance member's first parameter is the block's
/// receiver), and found where the type itself has no such member.
/// </summary>
internal sealed partial class Binder
{
    private void DeclareExtensionBlock(TypeDeclaration declaration, ExtensionBlockDeclarationSyntax syntax)
    {
        if (syntax.ParameterList.Parameters is not [{ Type: { } receiverType } receiver])
        {
            _diagnostics.Unsupported(syntax.KeywordSpan, "Extension blocks without one receiver");
            return;
        }

        var self = receiver with { Modifiers = receiver.Modifiers with { Flags = receiver.Modifiers.Flags | Modifiers.This } };
        foreach (var member in syntax.Members)
        {
            switch (member)
            {
                case MethodDeclarationSyntax method:
                    DeclareExtensionMethod(declaration, syntax, self, receiverType, method);
                    break;
                case PropertyDeclarationSyntax property:
                    foreach (var accessor in AccessorsOf(property))
                        DeclareExtensionMethod(declaration, syntax, self, receiverType, accessor);
                    break;
                case OperatorDeclarationSyntax operation:
                    DeclareOperator(declaration, operation);
                    break;
                default:
                    _diagnostics.Unsupported(member.Span, "Members of this kind in extension blocks");
                    break;
            }
        }
    }

    private void DeclareExtensionMethod(TypeDeclaration declaration, ExtensionBlockDeclarationSyntax block, ParameterSyntax self, TypeSyntax receiverType, MethodDeclarationSyntax syntax)
    {
        bool isStatic = syntax.Modifiers.Has(Modifiers.Static);
        if (!isStatic && self.Identifier.IsMissing)
        {
            _diagnostics.Unsupported(syntax.Identifier.Span, "Instance members of an extension block whose receiver has no name");
            return;
        }

        var method = DeclareMethod(declaration, syntax with
        {
            Modifiers = syntax.Modifiers with { Flags = syntax.Modifiers.Flags | Modifiers.Static },
            TypeParameters = [.. block.TypeParameters, .. syntax.TypeParameters],
            ParameterList = isStatic ? syntax.ParameterList : syntax.ParameterList with { Parameters = [self, .. syntax.ParameterList.Parameters] },
            Constraints = [.. block.Constraints, .. syntax.Constraints],
        });
        if (!isStatic || method is null)
            return;
        var outer = OpenScope();
        foreach (var parameter in method.TypeParameters)
            _scope.TryDeclare(parameter);
        var extended = BindType(receiverType);
        CloseScope(outer);
        var marker = LoadedTypes.From(typeof(Emit.Support.ExtensionOfAttribute)).Constructors[0];
        method.Extended = extended;
        if (method.TypeParameters.IsEmpty)
            method.Attributes = method.Attributes.Add(new AttributeData(marker, [new AttributeValue(BuiltIn.Type, extended)], []));
    }

    /// <summary>The accessors of a property as methods.</summary>
    private static IEnumerable<MethodDeclarationSyntax> AccessorsOf(PropertyDeclarationSyntax property)
    {
        if (property.ExpressionBody is not null)
            yield return Method("get_", property.Type, [], null, property.ExpressionBody);
        foreach (var accessor in property.Accessors)
        {
            if (accessor.Kind == AccessorKind.Get)
            {
                yield return Method("get_", property.Type, [], accessor.Body, accessor.ExpressionBody);
                continue;
            }

            var name = property.Identifier with { Text = "value", Value = "value" };
            var value = new ParameterSyntax(property.Type.Span, [], ModifierList.Empty, Syntax.RefKind.None, property.Type, name, null);
            yield return Method("set_", new PredefinedTypeSyntax(property.Type.Span, TokenKind.VoidKeyword), [value], accessor.Body, accessor.ExpressionBody);
        }

        MethodDeclarationSyntax Method(string prefix, TypeSyntax type, ImmutableArray<ParameterSyntax> parameters, BlockSyntax? body, ExpressionSyntax? expression)
        {
            var name = property.Identifier with { Text = prefix + property.Identifier.ValueText, Value = prefix + property.Identifier.ValueText };
            return new(property.Span, property.AttributeLists, property.Modifiers, type, null, name, [], new ParameterListSyntax(property.Identifier.Span, parameters), [], body, expression);
        }
    }

    /// <summary>A property that an extension block gives to instances; null when there is none of that name for the receiver.</summary>
    private BoundProperty? ExtensionProperty(BoundExpression receiver, string name, TextSpan span)
    {
        ImmutableArray<Argument> self = [new Argument(receiver.Span, receiver, Symbols.RefKind.None, null)];
        foreach (var getters in ExtensionScopes("get_" + name))
        {
            if (TryResolve(getters, self, [], true, out _) is { Member: MethodSymbol getter } found)
            {
                var (arguments, _) = ArrangeArguments(found, self, span);
                return new BoundProperty(span, null, new AccessorPropertySymbol(name, getter, SetterOf(getter, name)), arguments, default, false, getter.ReturnType);
            }
        }

        return null;
    }

    private static MethodSymbol? SetterOf(MethodSymbol getter, string name) => getter.ContainingType?.GetMembers("set_" + name).OfType<MethodSymbol>()
        .Where(s => s.IsStatic && s.Parameters.Length == getter.Parameters.Length + 1 && s.TypeParameters.Length == getter.TypeParameters.Length)
        .Select(s => getter.TypeArguments.IsEmpty ? s : s.Construct(getter.TypeArguments))
        .FirstOrDefault(s => s.Parameters.Take(getter.Parameters.Length).Zip(getter.Parameters).All(p => p.First.Type == p.Second.Type));

    /// <summary>A static member that an extension block gives to a type; null when there is none.</summary>
    private BoundExpression? ExtensionStatic(TypeSymbol type, SimpleNameSyntax name, TextSpan span, ImmutableArray<TypeSymbol> typeArguments)
    {
        var methods = StaticExtensions(type, name.Name);
        if (!methods.IsEmpty)
            return new BoundMethodGroup(span, name.Name, null, methods, typeArguments) { NameSpan = name.Identifier.Span };
        return StaticExtensions(type, "get_" + name.Name) is [var getter, ..]
            ? new BoundProperty(span, null, new AccessorPropertySymbol(name.Name, getter, SetterOf(getter, name.Name)), [], default, false, getter.ReturnType)
            : null;
    }

    private ImmutableArray<MethodSymbol> StaticExtensions(TypeSymbol type, string name)
    {
        var found = ImmutableArray.CreateBuilder<MethodSymbol>();
        foreach (var method in StaticClasses().SelectMany(t => t.GetMembers(name)).OfType<MethodSymbol>())
        {
            if (method.ExtendedType is not { } extended)
                continue;
            if (extended == type)
                found.Add(method);
            else if (!method.TypeParameters.IsEmpty && extended.OriginalDefinition == type.OriginalDefinition && extended.TypeArguments.SequenceEqual(method.TypeParameters) && type.TypeArguments.Length == method.TypeParameters.Length)
                found.Add(method.Construct(type.TypeArguments));
        }

        return found.ToImmutable();
    }

    private IEnumerable<TypeSymbol> StaticClasses() => CellTypes.Values.Cast<TypeSymbol>().Concat(_session.DeclaredTypes).Where(t => t.IsStatic);

    /// <summary>An operator that an extension block declares; null when none fits.</summary>
    private BoundExpression? ExtensionOperator(BinaryOperator op, BoundExpression left, BoundExpression right, TextSpan span)
    {
        if (OperatorName(op) is not { } name)
            return null;
        var methods = StaticClasses().SelectMany(t => t.GetMembers(name)).OfType<MethodSymbol>().ToImmutableArray();
        if (methods.IsEmpty || TryResolve(methods, [Operand(left), Operand(right)], [], false, out _) is not { Member: MethodSymbol method } chosen)
            return null;
        return new BoundBinary(span, op, Convert(left, chosen.Parameters[0].Type), Convert(right, chosen.Parameters[1].Type), method, false, _isChecked, method.ReturnType);
    }
}
