using System.Collections.Immutable;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <summary>The classes that lowering a cell adds.</summary>
internal sealed class LoweredTypes
{
    private readonly List<FrameTypeSymbol> _frames = [];

    public IReadOnlyList<FrameTypeSymbol> Frames => _frames;

    public FrameTypeSymbol NewFrame(string purpose, TypeSymbol baseType, ImmutableArray<TypeParameterSymbol> typeParameters)
    {
        var frame = new FrameTypeSymbol($"<{purpose}>{_frames.Count}", baseType, typeParameters);
        _frames.Add(frame);
        return frame;
    }
}
