using Cellule.Binding;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Session.Assistance;

/// <summary>What the symbol at a cursor is: its signature, how many overloads there are, and its XML documentation where it is shipped.</summary>
internal sealed class CellInspector(CellCompleter completer)
{
    public SymbolInfo? Inspect(string code, int position)
    {
        position = Math.Clamp(position, 0, code.Length);
        var tokens = Lexer.Lex(new DiagnosticBag(new SourceText(code))).Tokens;
        var token = tokens.FirstOrDefault(t => t.Kind != TokenKind.EndOfFile && t.Span.Start <= position && position <= t.Span.End && t.Text.Length > 0 && char.IsLetter(t.Text, 0));

        // At an opening bracket, the call itself is asked about.
        token ??= tokens.LastOrDefault(t => t.Kind == TokenKind.Identifier && t.Span.End <= position && position - t.Span.End <= 1);
        if (token is null)
        {
            return null;
        }

        var context = CursorContext.At(code, token.Span.End);
        var source = context.Receiver is { } receiver ? $"{receiver}.{token.Text}" : token.Text;
        var found = completer.Named(source, context.Before).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var signature = string.Join('\n', found.Take(5).Select(SymbolSignature.Of)) + (found.Count > 5 ? $"\n(and {found.Count - 5} more)" : "");
        var member = found[0] switch
        {
            TypeSymbol type => type.OriginalDefinition.RuntimeType,
            MemberSymbol named => named.OriginalDefinition.RuntimeMember,
            _ => null,
        };
        return new SymbolInfo(signature, member is null ? "" : XmlDocumentation.Of(member), token.Span.Start, token.Span.End);
    }
}
