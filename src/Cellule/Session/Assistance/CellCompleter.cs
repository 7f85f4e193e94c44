using System.Collections;
using Cellule.Binding;
using Cellule.Symbols;
using Cellule.Syntax;

namespace Cellule.Session.Assistance;

/// <summary>What could stand at a cursor: members after a dot, keys inside <c>x["</c>, else every name in force and named arguments.</summary>
internal sealed class CellCompleter(SessionScope session, Func<IReadOnlyList<CellVariable>> variables)
{
    private static readonly string[] Keywords =
        [.. Enum.GetNames<TokenKind>().Where(name => name.EndsWith("Keyword", StringComparison.Ordinal)).Select(name => name[..^"Keyword".Length].ToLowerInvariant()),
            "var", "await", "async", "record", "when", "yield", "with", "nameof", "and", "or", "not"];

    private readonly ReceiverBinder _receivers = new(session);

    public CompletionList Complete(string code, int position)
    {
        position = Math.Clamp(position, 0, code.Length);
        if (CursorContext.KeyAt(code, position) is { } key)
        {
            return List(key.Start, position, key.Part, Keys(key.Receiver));
        }

        var context = CursorContext.At(code, position);
        var found = context.Receiver is { } receiver ? Members(receiver, context.Before) : Names(code, context);
        return List(context.WordStart, position, context.Word, found);
    }

    private static CompletionList List(int start, int end, string word, IEnumerable<Completion> found)
    {
        var exact = new List<Completion>();
        var loose = new List<Completion>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in found)
        {
            if (item.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && seen.Add(item.Text))
            {
                (item.Text.StartsWith(word, StringComparison.Ordinal) ? exact : loose).Add(item);
            }
        }

        return new CompletionList(start, end, exact.Count > 0 && word.Length > 0 ? exact : [.. exact, .. loose]);
    }

    private IEnumerable<Completion> Members(string receiver, string before)
    {
        if (receiver.Length == 0)
        {
            return [];
        }

        if (_receivers.ValueType(receiver, before) is { } value)
        {
            return _receivers.MembersOf(value, isStatic: false).Select(Item).OrderBy(item => item.Text, StringComparer.OrdinalIgnoreCase);
        }

        if (_receivers.Type(receiver) is { } type)
        {
            return _receivers.MembersOf(type, isStatic: true).Select(Item).OrderBy(item => item.Text, StringComparer.OrdinalIgnoreCase);
        }

        return _receivers.IsNamespace(receiver) ? InNamespace(receiver) : [];
    }

    private IEnumerable<Completion> Names(string code, CursorContext context)
    {
        var arguments = context.Call is { } call ? Methods(call, context.Before).SelectMany(method => method.Parameters)
            .Select(parameter => new Completion(parameter.Name + ":", "parameter", $"{SymbolDisplay.Of(parameter.Type)} {parameter.Name}")) : [];
        var own = Declared(code, context);
        var kept = session.Variables.Reverse().Select(variable => new Completion(variable.Name, "variable", $"{SymbolDisplay.Of(variable.Type)} {variable.Name}"));
        var functions = session.Methods.Concat(session.Imports.Statics.SelectMany(type => type.GetMembers()).OfType<MethodSymbol>())
            .Where(method => method is { IsStatic: true, MethodKind: MethodKind.Ordinary, Accessibility: Accessibility.Public, IsExtension: false } || session.FindMethods(method.Name).Contains(method)).Select(Item);
        var types = session.DeclaredTypes.Select(Item)
            .Concat(context.Word.Length == 0 ? [] : session.Imports.Namespaces.SelectMany(InNamespace).Where(item => item.Kind != "namespace"));
        var namespaces = context.Word.Length == 0 ? [] : InNamespace("").Where(item => item.Kind == "namespace");
        return [.. arguments, .. own, .. kept, .. functions, .. Keywords.Select(word => new Completion(word, "keyword", word)), .. types, .. namespaces];
    }

    // Names that the cell itself declares: any identifier that follows a type's name, 'var' or an opening of parameters will do.
    private static IEnumerable<Completion> Declared(string code, CursorContext context) =>
        Lexer.Lex(new Text.DiagnosticBag(new Text.SourceText(code))).Tokens
            .Zip(Lexer.Lex(new Text.DiagnosticBag(new Text.SourceText(code))).Tokens.Skip(1))
            .Where(pair => pair.Second.Kind == TokenKind.Identifier && pair.Second.Span.Start != context.WordStart && IsTypeEnd(pair.First))
            .Select(pair => new Completion(pair.Second.Text, "variable", pair.Second.Text));

    private static bool IsTypeEnd(SyntaxToken token) =>
        token.Kind is TokenKind.Identifier or TokenKind.GreaterThan or TokenKind.CloseBracket or TokenKind.IntKeyword or TokenKind.StringKeyword or TokenKind.DoubleKeyword or TokenKind.BoolKeyword;

    private IEnumerable<Completion> InNamespace(string ns) =>
        session.Types.MembersOf(ns).Select(member => new Completion(
            member.Name.Split('`')[0], member.IsNamespace ? "namespace" : "class", ns.Length == 0 ? member.Name : $"{ns}.{member.Name}"));

    /// <summary>The methods that a call's source names.</summary>
    internal IEnumerable<MethodSymbol> Methods(string called, string before) => Named(called, before).OfType<MethodSymbol>();

    /// <summary>What a dotted name or a member access means: every symbol of that name, or none.</summary>
    internal IEnumerable<Symbol> Named(string source, string before)
    {
        var context = CursorContext.At(source, source.Length);
        if (context.Receiver is not { } receiver)
        {
            var symbol = (Symbol?)session.FindVariable(context.Word) ?? _receivers.Type(context.Word);
            var functions = session.FindMethods(context.Word).Concat(session.Imports.Statics.SelectMany(type => type.GetMembers(context.Word)).OfType<MethodSymbol>());
            return symbol is null ? functions : [symbol];
        }

        if (_receivers.ValueType(receiver, before) is { } value)
        {
            return _receivers.MembersOf(value, isStatic: false).Where(member => member.Name == context.Word);
        }

        return _receivers.Type(receiver) is { } type
            ? _receivers.MembersOf(type, isStatic: true).Where(member => member.Name == context.Word)
            : _receivers.Type(source) is { } named ? [named] : [];
    }

    /// <summary>The keys of a dictionary, or the names of the columns of a table: whatever the variable's value has.</summary>
    private IEnumerable<Completion> Keys(string receiver)
    {
        var value = variables().FirstOrDefault(variable => variable.Name == receiver)?.Value;
        if (value is IDictionary dictionary)
        {
            return dictionary.Keys.OfType<string>().Select(key => new Completion(key, "property", key));
        }

        return value?.GetType().GetProperty("Columns")?.GetValue(value) is IEnumerable columns
            ? columns.Cast<object?>().Select(column => column?.GetType().GetProperty("Name")?.GetValue(column) as string).OfType<string>()
                .Select(name => new Completion(name, "column", name))
            : [];
    }

    private static Completion Item(Symbol symbol) => new(
        symbol.Name,
        symbol switch
        {
            MethodSymbol => "method",
            PropertySymbol => "property",
            FieldSymbol { IsConst: true } => "constant",
            FieldSymbol => "field",
            EventSymbol => "event",
            TypeSymbol => "class",
            _ => "variable",
        },
        SymbolSignature.Of(symbol));
}
