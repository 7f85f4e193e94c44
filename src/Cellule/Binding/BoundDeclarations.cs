using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>
/// A whole cell. <paramref name="Types"/> lists the types it declares, outermost only (nested ones are reached through them) ;
/// <paramref name="Methods"/> its top-level methods (kind <see cref="MethodKind.TopLevel"/>, static, no containing type);
/// <paramref name="Variables"/> its top-level variables, static fields of the cell's class. <paramref name="Locals"/> are locals that the statements
/// need without being session variables (pattern temporaries). <paramref name="Value"/> is the trailing expression, null when there is none (or it is void:
/// then it stands among the statements). The cell may await at its top level (<paramref name="HasAwait"/>).
/// </summary>
internal sealed record BoundCell(
    TextSpan Span,
    ImmutableArray<SourceTypeSymbol> Types,
    ImmutableArray<BoundTypeBody> TypeBodies,
    ImmutableArray<BoundMethodBody> Methods,
    ImmutableArray<CellVariableSymbol> Variables,
    ImmutableArray<LocalSymbol> Locals,
    ImmutableArray<BoundStatement> Statements,
    BoundExpression? Value,
    bool HasAwait) : BoundNode(Span)
{
    /// <summary>Its top-level properties with accessors of their own, which are among the methods.</summary>
    public ImmutableArray<PropertySymbol> Properties { get; init; } = [];

    /// <summary>The class of its top-level methods, where it is named.</summary>
    public required SourceTypeSymbol Class { get; init; }
}

/// <summary>A method, accessor, constructor or operator with its body. For iterators and async methods the symbol says so.</summary>
internal sealed record BoundMethodBody(TextSpan Span, SourceMethodSymbol Method, BoundBlock Body) : BoundNode(Span)
{
    /// <summary>Of a constructor: the call of another constructor of this type or of the base; null for structs and static constructors.</summary>
    public BoundCall? ConstructorInitializer { get; init; }

    /// <summary>The constructor calls <c>this(…)</c>, so field initializers don't run in it.</summary>
    public bool CallsThis { get; init; }
}

/// <summary>
/// The bodies of one declared type (nested types have their own entry in <see cref="BoundCell.TypeBodies"/>). Initializers run in order at the start of each
/// constructor that doesn't call <c>this(…)</c>, before the base constructor; static ones in the static constructor. Members with a
/// <see cref="SynthesizedBody"/> are not listed in <paramref name="Methods"/>. <paramref name="CapturedParameters"/>: parameters of the primary constructor that other members
/// use (they need a field; <see cref="BoundParameter"/> outside the constructor means that field).
/// </summary>
internal sealed record BoundTypeBody(
    TextSpan Span,
    SourceTypeSymbol Type,
    ImmutableArray<BoundMethodBody> Methods,
    ImmutableArray<BoundFieldInitializer> Initializers,
    ImmutableArray<BoundFieldInitializer> StaticInitializers,
    ImmutableArray<ParameterSymbol> CapturedParameters) : BoundNode(Span)
{
    /// <summary>The call of the base constructor that the primary constructor makes; null without primary constructor or for structs.</summary>
    public BoundCall? PrimaryBaseCall { get; init; }
}

internal sealed record BoundFieldInitializer(TextSpan Span, SourceFieldSymbol Field, BoundExpression Value) : BoundNode(Span);
