using Cellule.Binding;
using Cellule.Lowering.Closures;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <summary>
/// A cell whose every body is plain enough for IL. <paramref name="Main"/> runs its statements; <paramref name="MembersOf"/>
/// gives the bodies of an anonymous type that emission comes across.
/// </summary>
internal sealed record LoweredCell(
    BoundCell Bound,
    MethodSymbol Main,
    IReadOnlyList<LoweredMethod> Methods,
    LoweredTypes Types,
    Func<SourceTypeSymbol, IEnumerable<LoweredMethod>> MembersOf);
