using Entente.People;

namespace Entente.Meetings;

/// <summary>Levels as the tables name them: what is unknown is <c>other</c>.</summary>
internal static class Levels
{
    public static string NameOf(PersonLevel level) => level == PersonLevel.Unknown ? "other" : Tables.Names.Of(level);
}
