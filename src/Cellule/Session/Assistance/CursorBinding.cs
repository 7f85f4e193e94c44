using Cellule.Binding;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Session.Assistance;

/// <summary>Binds a cell that is being written, to learn what is known where its cursor stands. Nothing is run or changed.</summary>
internal static class CursorBinding
{
    /// <summary>What was learnt; of nothing when no reading of the cell gets to the cursor.</summary>
    public static CursorProbe At(CursorText cursor, SessionScope session)
    {
        var probe = new CursorProbe();
        foreach (var source in cursor.Marked())
        {
            probe = new CursorProbe();
            var diagnostics = new DiagnosticBag(new SourceText(source));
            try
            {
                var syntax = new Parser(Lexer.Lex(diagnostics), diagnostics).ParseCompilationUnit();
                new CellBinder(session, probe).Bind(syntax, diagnostics);
            }
            catch (Exception failure) when (failure is InvalidOperationException or NotSupportedException or NullReferenceException or KeyNotFoundException or ArgumentException or InvalidCastException or IndexOutOfRangeException)
            {
                // A half-written cell may meet what the binder has no answer for; what it noted before holds.
            }

            if (probe.IsReached)
                return probe;
        }

        return probe;
    }
}
