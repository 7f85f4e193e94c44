using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Attributes: noted where a symbol is declared, bound once every type has its members.</summary>
internal sealed partial class Binder
{
    private sealed record AttributedSymbol(Symbol Symbol, AttributeTargets Target, ImmutableArray<AttributeListSyntax> Lists, Scope Scope);

    private readonly List<AttributedSymbol> _attributed = [];

    private void Annotate(Symbol symbol, AttributeTargets target, ImmutableArray<AttributeListSyntax> lists)
    {
        if (!lists.IsEmpty)
            _attributed.Add(new AttributedSymbol(symbol, target, lists, _scope));
    }

    public void BindAttributes()
    {
        foreach (var (symbol, target, lists, scope) in _attributed)
        {
            var saved = Push(scope);
            foreach (var list in lists)
                BindAttributeList(symbol, target, list);
            _scope = saved;
        }

        _attributed.Clear();
    }

    private void BindAttributeList(Symbol symbol, AttributeTargets target, AttributeListSyntax list)
    {
        var (owner, place) = list.Target?.ValueText switch
        {
            "return" when symbol is SourceMethodSymbol method => (method.Return, AttributeTargets.ReturnValue),
            "field" when symbol is SourcePropertySymbol { BackingField: { } backing } => ((Symbol)backing, AttributeTargets.Field),
            "field" when symbol is SourceEventSymbol { DeclaredBackingField: { } backing } => (backing, AttributeTargets.Field),
            // Of a record's parameter: what it becomes besides.
            "property" when symbol is ParameterSymbol parameter && PositionalMember(parameter) is { } property => (property, AttributeTargets.Property),
            "field" when symbol is ParameterSymbol parameter && PositionalMember(parameter)?.BackingField is { } backing => (backing, AttributeTargets.Field),
            _ => (symbol, target),
        };
        foreach (var syntax in list.Attributes)
        {
            if (BindAttribute(syntax, place, symbol) is { } attribute)
                AddAttribute(owner, attribute, syntax);
        }
    }

    private SourcePropertySymbol? PositionalMember(ParameterSymbol parameter) =>
        (EnclosingType as SourceTypeSymbol)?.PositionalMembers.FirstOrDefault(p => p.Name == parameter.Name);

    private void AddAttribute(Symbol owner, AttributeData attribute, AttributeSyntax syntax)
    {
        if (owner.Attributes.Any(a => a.Type == attribute.Type) && !UsageOf(attribute.Type).AllowMultiple)
            _diagnostics.DuplicateAttribute(syntax.Name.Span, NameOf(syntax.Name));
        owner.Attributes = owner.Attributes.Add(attribute);
    }

    private AttributeData? BindAttribute(AttributeSyntax syntax, AttributeTargets place, Symbol symbol)
    {
        if (FindAttributeType(syntax.Name) is not { } type)
            return null;
        if (!Conversions.Inherits(type, LoadedTypes.From(typeof(Attribute))))
        {
            _diagnostics.NotAnAttribute(syntax.Name.Span, type);
            return null;
        }

        if (type.IsAbstract)
        {
            _diagnostics.AbstractAttribute(syntax.Name.Span, type);
            return null;
        }

        var targets = UsageOf(type).ValidOn;
        if ((targets & place) == 0)
            _diagnostics.AttributePlace(syntax.Name.Span, NameOf(syntax.Name), targets);
        var positional = syntax.Arguments.Where(a => a.NameEquals is null)
            .Select(a => new Argument(a.Expression.Span, BindValue(a.Expression), Symbols.RefKind.None, a.NameColon?.ValueText) { NameSpan = a.NameColon?.Span ?? a.Expression.Span })
            .ToImmutableArray();
        if (positional.Any(a => a.Expression.HasError))
            return null;
        var constructors = type.Constructors.Where(c => !c.IsStatic && IsAccessible(c)).ToImmutableArray();
        var chosen = Resolve(constructors, positional, [], new CallSite(syntax.Span, syntax.Span, SymbolDisplay.Of(type), CallKind.Constructor, type));
        if (chosen is null)
            return null;
        var (arguments, _) = ArrangeArguments(chosen, positional, syntax.Span);
        var values = arguments.Select((a, i) => AttributeConstant(a, chosen.Parameters[i].Type)).ToImmutableArray();
        var named = BindNamedValues(syntax, type);
        return values.Any(v => v is null) ? null : new AttributeData((MethodSymbol)chosen.Member, [.. values!], named);
    }

    private ImmutableArray<(MemberSymbol Member, AttributeValue Value)> BindNamedValues(AttributeSyntax syntax, TypeSymbol type)
    {
        var named = ImmutableArray.CreateBuilder<(MemberSymbol, AttributeValue)>();
        foreach (var argument in syntax.Arguments)
        {
            if (argument.NameEquals is not { } name)
                continue;
            var member = MemberLookup.Find(type, name.ValueText).FirstOrDefault(m => !m.IsStatic && IsAccessible(m) && m is FieldSymbol { IsReadOnly: false } or PropertySymbol { Setter: not null });
            if (member is null)
            {
                _diagnostics.UnknownName(name.Span, name.ValueText, Similar(name.ValueText, MemberNames(type)), null);
                continue;
            }

            var memberType = member is FieldSymbol field ? field.Type : ((PropertySymbol)member).Type;
            if (AttributeConstant(BindConverted(argument.Expression, memberType), memberType) is { } value)
                named.Add((member, value));
        }

        return named.ToImmutable();
    }

    /// <summary>The class that <c>[Name]</c> means: Name itself or NameAttribute; null (reported) when there is neither.</summary>
    private TypeSymbol? FindAttributeType(NameSyntax name)
    {
        var plain = TryBindType(name);
        if (plain is not null && Conversions.Inherits(plain, LoadedTypes.From(typeof(Attribute))))
            return plain;
        if (TryBindType(WithSuffix(name)) is { } suffixed)
            return suffixed;
        return plain ?? (BindType(name) is { IsError: false } found ? found : null);
    }

    private static NameSyntax WithSuffix(NameSyntax name) => name switch
    {
        IdentifierNameSyntax simple => simple with { Identifier = Suffixed(simple.Identifier) },
        GenericNameSyntax generic => generic with { Identifier = Suffixed(generic.Identifier) },
        QualifiedNameSyntax qualified => qualified with { Right = (SimpleNameSyntax)WithSuffix(qualified.Right) },
        AliasQualifiedNameSyntax alias => alias with { Name = (SimpleNameSyntax)WithSuffix(alias.Name) },
        _ => name,
    };

    private static SyntaxToken Suffixed(SyntaxToken identifier) => identifier with { Text = identifier.Text + "Attribute", Value = identifier.ValueText + "Attribute" };

    private static string NameOf(NameSyntax name) => name switch
    {
        SimpleNameSyntax simple => simple.Name,
        QualifiedNameSyntax qualified => qualified.Right.Name,
        AliasQualifiedNameSyntax alias => alias.Name.Name,
        _ => "",
    };

    private static (AttributeTargets ValidOn, bool AllowMultiple) UsageOf(TypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.OriginalDefinition is SourceTypeSymbol source)
            {
                if (source.Attributes.FirstOrDefault(a => a.RuntimeType == typeof(AttributeUsageAttribute)) is { } usage)
                    return ((AttributeTargets)(int)usage.Arguments[0].Value!, usage.NamedValue(nameof(AttributeUsageAttribute.AllowMultiple)) is true);
            }
            else if (current.OriginalDefinition.RuntimeType is { } runtime)
            {
                var usage = (AttributeUsageAttribute?)Attribute.GetCustomAttribute(runtime, typeof(AttributeUsageAttribute), inherit: true);
                return (usage?.ValidOn ?? AttributeTargets.All, usage?.AllowMultiple == true);
            }
        }

        return (AttributeTargets.All, false);
    }

    private AttributeValue? AttributeConstant(BoundExpression value, TypeSymbol type)
    {
        switch (value)
        {
            case { HasError: true }:
                return null;
            case BoundLiteral literal when literal.Value is not decimal:
                return new AttributeValue(type.IsObject && literal.Value is not null ? literal.Type : type, literal.Value);
            case BoundTypeOf typeOf:
                return new AttributeValue(BuiltIn.Type, typeOf.Operand);
            case BoundConversion { Kind: ConversionKind.Boxing or ConversionKind.Reference or ConversionKind.Identity } conversion:
                return AttributeConstant(conversion.Operand, conversion.Operand.Type);
            case BoundArrayCreation { ArrayType: { IsVector: true } array } creation:
                var elements = (creation.HasElements ? creation.Elements : []).Select(e => AttributeConstant(e, array.ElementType)).ToArray();
                return elements.Any(e => e is null) ? null : new AttributeValue(array, elements);
            case BoundCall { Method.Name: "Empty", Type: ArrayTypeSymbol empty }:
                return new AttributeValue(empty, Array.Empty<AttributeValue>());
            default:
                _diagnostics.AttributeNotConstant(value.Span);
                return null;
        }
    }
}
