namespace Cellule.Notebooks.Display;

/// <summary>A script that several outputs share, such as a drawing library; <paramref name="Html"/> is asked only when it is needed.</summary>
public sealed record PagePrelude(string Id, Func<string> Html);
