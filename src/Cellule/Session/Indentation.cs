namespace Cellule.Session;

/// <summary>What the line after an incomplete source should start with.</summary>
internal static class Indentation
{
    public static string AfterLastLine(string code)
    {
        var last = code[(code.TrimEnd('\r', '\n').LastIndexOf('\n') + 1)..].TrimEnd();
        var indent = last[..(last.Length - last.TrimStart().Length)];
        return last.EndsWith('{') || last.EndsWith('(') || last.EndsWith('[') ? indent + "    " : indent;
    }
}
