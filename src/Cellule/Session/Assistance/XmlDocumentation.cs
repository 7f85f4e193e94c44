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

    private static string Find(string file, string id)
    {
        using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true });
        while (reader.ReadToFollowing("member"))
        {
            if (reader.GetAttribute("name") == id)
            {
                return Plain(reader.ReadSubtree());
            }
        }

        return "";
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
