using Cellule.Binding;
using Cellule.Session.Commands;
using Cellule.Symbols;
using Cellule.Syntax;

namespace Cellule.Session.Assistance;

/// <summary>What could stand at a cursor: members after a dot, keys inside <c>x["</c>, else every name in force there and named arguments.</summary>
internal sealed class CellCompleter(SessionScope session, Func<IReadOnlyList<CellVariable>> variables, string? baseDirectory)
{
    private static readonly string[] Keywords =
        [.. Enum.GetNames<TokenKind>().Where(name => name.EndsWith("Keyword", StringComparison.Ordinal)).Select(name => name[..^"Keyword".Length].ToLowerInvariant()),
            "var", "await", "async", "record", "when", "yield", "with", "nameof", "and", "or", "not"];

    private readonly MemberListing _members = new(session);
    private readonly TableKeys _keys = new(variables);
    private readonly DirectiveCompleter _directives = new(baseDirectory);

    public CompletionList Complete(string code, int position)
    {
        position = Math.Clamp(position, 0, code.Length);
        if (_directives.Complete(code, position) is { } directive)
            return directive;
        if (_keys.Complete(code, position) is { } keys)
            return keys;
        var cursor = CursorText.At(code, position);
        if (!cursor.IsInCode())
            return new CompletionList(position, position, []);
        if (UsingLine.At(cursor) is { } import)
            return Matching(cursor, InNamespace(import.Parent, withTypes: import.IsStatic));
        return Matching(cursor, Candidates(cursor));
    }

    private IEnumerable<Completion> Candidates(CursorText cursor)
    {
        var probe = CursorBinding.At(cursor, session);
        if (probe.Initialized is not null)
            return Items(MemberListing.Settable(probe));
        if (probe.Receivers.Count > 0)
        {
            var expected = ExpectedMembers(probe, written => written[(written.LastIndexOf('.') + 1)..]);
            return [
                .. expected.Where(item => probe.Receivers.OfType<BoundTypeExpression>().Any(type => probe.Expected.Contains(type.Named))),
                .. Items(_members.Of(probe)),
                .. MemberListing.NestedTypeNames(probe).Select(name => new Completion(name, "class", name)),
                .. probe.Receivers.OfType<BoundNamespace>().SelectMany(ns => InNamespace(ns.Namespace.FullName)),
            ];
        }

        return cursor.Before.TrimEnd().EndsWith('.') ? [] : [.. Arguments(probe), .. ExpectedMembers(probe, written => written), .. Names(cursor, probe)];
    }

    /// <summary>Those that start as the word does, those that do so in the same case first.</summary>
    private static CompletionList Matching(CursorText cursor, IEnumerable<Completion> found)
    {
        var (exact, loose) = (new List<Completion>(), new List<Completion>());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in found)
        {
            // Of 'Day.Friday' the last word is what one starts to write, too.
            var (whole, last) = (item.Text, item.Text[(item.Text.LastIndexOf('.') + 1)..]);
            var starts = (StringComparison comparison) => whole.StartsWith(cursor.Word, comparison) || last.StartsWith(cursor.Word, comparison);
            if (starts(StringComparison.OrdinalIgnoreCase) && seen.Add(whole))
                (starts(StringComparison.Ordinal) ? exact : loose).Add(item);
        }

        return new CompletionList(cursor.Start, cursor.Position, exact.Count > 0 && cursor.Word.Length > 0 ? exact : [.. exact, .. loose]);
    }

    private static IEnumerable<Completion> Arguments(CursorProbe probe) =>
        probe.Called.SelectMany(called => called.Method.Parameters.Skip(called.Skipped))
            .Select(parameter => new Completion(parameter.Name + ":", "parameter", $"{SymbolDisplay.Of(parameter.Type)} {parameter.Name}"));

    /// <summary>The values of an enum, or true and false, where such a value is wanted.</summary>
    private static IEnumerable<Completion> ExpectedMembers(CursorProbe probe, Func<string, string> written) => probe.Expected.SelectMany(type =>
        type.IsEnum
            ? type.GetMembers().OfType<FieldSymbol>().Where(field => field.IsConst)
                .Select(field => new Completion(written($"{Unqualified(type)}.{field.Name}"), "enum", $"{SymbolDisplay.Of(type)}.{field.Name}"))
            : type.SpecialType == SpecialType.Boolean ? [new Completion("true", "keyword", "true"), new Completion("false", "keyword", "false")] : []);

    private static string Unqualified(TypeSymbol type) => type.ContainingType is { } outer ? $"{Unqualified(outer)}.{type.Name}" : type.Name;

    private IEnumerable<Completion> Names(CursorText cursor, CursorProbe probe)
    {
        var imports = probe.Imports ?? session.Imports;
        var own = probe.Names ?? [];
        var types = own.OfType<TypeSymbol>().Concat(session.DeclaredTypes).Select(Item)
            .Concat(cursor.Word.Length == 0 ? [] : imports.Namespaces.SelectMany(ns => InNamespace(ns)).Where(item => item.Kind != "namespace"));
        var namespaces = cursor.Word.Length == 0 ? [] : InNamespace("").Where(item => item.Kind == "namespace");
        var keywords = Keywords.Select(word => new Completion(word, "keyword", word));
        if (probe.IsType)
            return [.. types, .. keywords, .. namespaces];
        var functions = imports.Statics.SelectMany(type => type.GetMembers()).OfType<MethodSymbol>()
            .Where(method => method is { IsStatic: true, MethodKind: MethodKind.Ordinary, Accessibility: Accessibility.Public, IsExtension: false });
        return [.. Items([.. own.Where(symbol => symbol is not TypeSymbol), .. session.Variables.Reverse(), .. session.Methods, .. functions]), .. keywords, .. types, .. namespaces];
    }

    private IEnumerable<Completion> InNamespace(string ns, bool withTypes = true) =>
        session.Types.MembersOf(ns).Where(member => member.IsNamespace || withTypes).Select(member => new Completion(
            member.Name.Split('`')[0], member.IsNamespace ? "namespace" : "class", ns.Length == 0 ? member.Name : $"{ns}.{member.Name}"));

    private static IEnumerable<Completion> Items(IEnumerable<Symbol> symbols) => symbols.Where(symbol => symbol.Name.Length > 0 && symbol.Name[0] != '<').Select(Item);

    private static Completion Item(Symbol symbol) => new(
        symbol.Name,
        symbol switch
        {
            MethodSymbol => "method",
            PropertySymbol => "property",
            FieldSymbol { IsConst: true } => "constant",
            CellVariableSymbol => "variable",
            FieldSymbol => "field",
            EventSymbol => "event",
            TypeSymbol => "class",
            _ => "variable",
        },
        SymbolSignature.Of(symbol));
}
