using System.Collections.Immutable;
using Cellule.Syntax;

namespace Cellule.Binding;

/// <summary>Types declared in cells: names first, then bases and type parameters, then members, then bodies.</summary>
internal sealed partial class Binder
{
    public void DeclareTypes(List<MemberDeclarationSyntax> members)
    {
        foreach (var member in members.OfType<BaseTypeDeclarationSyntax>())
            _diagnostics.Unsupported(member.Identifier.Span, "Types declared");
    }

    public static void BindTypeHeaders()
    {
    }

    public static void BindTypeMembers()
    {
    }

    public static ImmutableArray<BoundTypeBody> BindTypeBodies() => [];
}
