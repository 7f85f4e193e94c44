using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Cellule.Session.Assistance;

/// <summary>The documentation of a loaded member as plain text, from the XML file beside its assembly or in the platform's reference pack.</summary>
internal static partial class XmlDocumentation
{
    /// <summary>Empty when there is no file or it says nothing of the member.</summary>
    public static string Of(MemberInfo member)
    {
        var id = IdOf(member);
        foreach (var file in Files(member.Module.Assembly))
        {
            try
            {
                if (Find(file, id) is { Length: > 0 } text)
                {
                    return text;
                }
            }
            catch (Exception failure) when (failure is XmlException or IOException or UnauthorizedAccessException)
            {
                // A broken documentation file documents nothing.
            }
        }

        return "";
    }

    internal static string IdOf(MemberInfo member) => member switch
    {
        Type type => "T:" + NameOf(type),
        MethodBase method => $"M:{NameOf(method.DeclaringType!)}.{method.Name.Replace('.', '#')}{Arity(method)}{Parameters(method.GetParameters())}",
        PropertyInfo property => $"P:{NameOf(property.DeclaringType!)}.{property.Name}{Parameters(property.GetIndexParameters())}",
        EventInfo @event => $"E:{NameOf(@event.DeclaringType!)}.{@event.Name}",
        _ => $"F:{NameOf(member.DeclaringType!)}.{member.Name}",
    };

    private static IEnumerable<string> Files(Assembly assembly)
    {
        if (assembly.IsDynamic || assembly.Location.Length == 0)
        {
            yield break;
        }

        var beside = Path.ChangeExtension(assembly.Location, ".xml");
        if (File.Exists(beside))
        {
            yield return beside;
            yield break;
        }

        // The runtime ships without documentation; an SDK's reference pack has it, under the facades' names.
        var packs = Path.Combine(Path.GetDirectoryName(assembly.Location)!, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        if (!Directory.Exists(packs))
        {
            yield break;
        }

        foreach (var folder in Directory.GetDirectories(packs).OrderDescending(StringComparer.Ordinal).Take(1).SelectMany(version => Directory.GetDirectories(Path.Combine(version, "ref"))))
        {
            string[] names = assembly == typeof(object).Assembly ? ["System.Runtime.xml", "System.Collections.xml"] : [Path.GetFileName(beside)];
            foreach (var name in names.Select(name => Path.Combine(folder, name)).Where(File.Exists))
            {
                yield return name;
            }
        }
    }

    // A platform file is some 10 MB: its bytes are searched, which takes milliseconds, and only the one element is read as XML.
    private static string Find(string file, string id)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        if (PositionOf(stream, Encoding.UTF8.GetBytes($"<member name=\"{id}\"")) is not { } start)
        {
            return "";
        }

        stream.Position = start;
        using var reader = XmlReader.Create(
            new BufferedStream(stream),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true, ConformanceLevel = ConformanceLevel.Fragment });
        return reader.ReadToFollowing("member") ? Plain(reader.ReadSubtree()) : "";
    }

    private static long? PositionOf(FileStream stream, ReadOnlySpan<byte> sought)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 18);
        try
        {
            // The end of each piece is carried over: what is sought may lie across.
            var (kept, start) = (0, 0L);
            while (stream.Read(buffer.AsSpan(kept)) is > 0 and var read)
            {
                var piece = buffer.AsSpan(0, kept + read);
                if (piece.IndexOf(sought) is >= 0 and var found)
                {
                    return start + found;
                }

                kept = Math.Min(sought.Length - 1, piece.Length);
                start += piece.Length - kept;
                piece[^kept..].CopyTo(buffer);
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string Plain(XmlReader member)
    {
        var text = new StringBuilder();
        while (member.Read())
        {
            if (member.NodeType == XmlNodeType.Text || member.NodeType == XmlNodeType.CDATA)
            {
                text.Append(member.Value);
            }
            else if (member.NodeType == XmlNodeType.Element)
            {
                text.Append(member.Name switch
                {
                    "param" or "typeparam" => $"\n{member.GetAttribute("name")}: ",
                    "returns" => "\nReturns: ",
                    "exception" => $"\n{Last(member.GetAttribute("cref"))}: ",
                    "remarks" or "example" or "para" => "\n",
                    "see" or "seealso" => Last(member.GetAttribute("cref") ?? member.GetAttribute("langword")),
                    "paramref" or "typeparamref" => member.GetAttribute("name"),
                    _ => "",
                });
            }
        }

        return string.Join('\n', text.ToString().Split('\n').Select(line => Spaces().Replace(line, " ").Trim()).Where(line => line.Length > 0));
    }

    private static string Last(string? reference)
    {
        var name = (reference ?? "").Split('(')[0];
        return name[(name.LastIndexOf('.') + 1)..];
    }

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName?.Replace('+', '.') ?? type.Name;

    private static string Arity(MethodBase method) =>
        method.IsGenericMethod ? "``" + method.GetGenericArguments().Length.ToString(System.Globalization.CultureInfo.InvariantCulture) : "";

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(parameter => Written(parameter.ParameterType)))})";

    private static string Written(Type type)
    {
        if (type.IsByRef)
        {
            return Written(type.GetElementType()!) + "@";
        }

        if (type.IsArray)
        {
            return Written(type.GetElementType()!) + (type.GetArrayRank() == 1 ? "[]" : $"[{string.Join(',', Enumerable.Repeat("0:", type.GetArrayRank()))}]");
        }

        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (!type.IsGenericType)
        {
            return NameOf(type);
        }

        var name = NameOf(type);
        return $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}{{{string.Join(',', type.GetGenericArguments().Select(Written))}}}";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
