using System.Collections.Immutable;
using Cellule.Binding;
using Cellule.Lowering.Closures;
using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Lowering;

/// <summary>
/// A cell whose every body is plain enough for IL. <paramref name="Main"/> runs its statements, <paramref name="Rollback"/> puts
/// variables back to what <paramref name="Notes"/> hold when one has thrown; <paramref name="MembersOf"/>
/// gives the bodies of an anonymous type that emission comes across. While it runs, <paramref name="Progress"/> holds the number
/// of the current one of its <paramref name="Statements"/>.
/// </summary>
internal sealed record LoweredCell(
    BoundCell Bound,
    MethodSymbol Main,
    MethodSymbol? Rollback,
    ImmutableArray<CellVariableSymbol> Notes,
    IReadOnlyList<LoweredMethod> Methods,
    LoweredTypes Types,
    Func<SourceTypeSymbol, IEnumerable<LoweredMethod>> MembersOf,
    CellVariableSymbol Progress,
    ImmutableArray<TextSpan> Statements);
