using Cellule.Binding;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;
using Xunit;

namespace Cellule.Tests.Binding;

/// <summary>Binds a cell alone, without emitting it.</summary>
internal static class BoundCells
{
    public static (BoundCell? Cell, IReadOnlyList<Diagnostic> Diagnostics) Bind(string code)
    {
        var tree = SyntaxTree.Parse(code);
        var diagnostics = new DiagnosticBag(tree.Source);
        diagnostics.AddRange(tree.Diagnostics);
        var cell = diagnostics.HasErrors ? null : new CellBinder(new SessionScope(new TypeIndex())).Bind(tree.Root, diagnostics);
        return (cell, diagnostics.InSourceOrder());
    }

    /// <summary>The trailing expression of a cell that must be without errors.</summary>
    public static BoundExpression Value(string code)
    {
        var (cell, diagnostics) = Bind(code);
        Assert.True(cell is not null, $"{code}\n{string.Join('\n', diagnostics.Select(d => $"{d.Line}:{d.Column} {d.Id} {d.Message}"))}");
        return cell.Value ?? throw new InvalidOperationException($"No trailing value: {code}");
    }

    /// <summary>The method that the trailing expression calls, with the types that were inferred.</summary>
    public static MethodSymbol Called(string code) => Value(code) switch
    {
        BoundCall call => call.Method,
        BoundBinary { Method: { } method } => method,
        var other => throw new InvalidOperationException(other.GetType().Name),
    };
}
