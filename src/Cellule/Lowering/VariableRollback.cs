using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <summary>
/// A cell that fails leaves its variables as they were before the failing statement. Those that <see cref="VariablePromotion"/>
/// doesn't keep in locals are noted in fields of their own after each statement that may have assigned them; when the cell has
/// thrown, a method puts them back. A try block around the statements would do too, but loops in it run at half the speed. Only
/// the references and structs themselves: what an object has become is not undone.
/// </summary>
internal sealed class VariableRollback(VariablePromotion promotion, IReadOnlyCollection<IrStatement> statements)
{
    private readonly Dictionary<CellVariableSymbol, CellVariableSymbol> _noted = new(ReferenceEqualityComparer.Instance);

    /// <summary>The fields that the notes are in.</summary>
    public IEnumerable<CellVariableSymbol> Notes => _noted.Values;

    /// <summary>The statement, followed by notes of what it assigns; a label, where jumps come in, by notes of what any does.</summary>
    public IrStatement Guard(IrStatement statement)
    {
        var assigned = (statement is IrMark ? statements.SelectMany(AssignedVariables.In).Distinct() : AssignedVariables.In(statement))
            .Where(v => !promotion.Covers(v) && !v.Type.IsRefLike).ToList();
        return assigned.Count == 0
            ? statement
            : IrBlock.Of([statement, .. assigned.Select(v => Make.Set(new IrField(null, NoteOf(v)), new IrField(null, v)))]);
    }

    /// <summary>What stands before the first statement.</summary>
    public IEnumerable<IrStatement> Before() => _noted.Select(n => Make.Set(new IrField(null, n.Value), new IrField(null, n.Key)));

    /// <summary>Puts the variables back.</summary>
    public IrFunction Restore() =>
        new("<rollback>", [], BuiltIn.Void, IrBlock.Of([.. _noted.Select(n => Make.Set(new IrField(null, n.Key), new IrField(null, n.Value)))]));

    private CellVariableSymbol NoteOf(CellVariableSymbol variable)
    {
        if (!_noted.TryGetValue(variable, out var note))
            _noted.Add(variable, note = new CellVariableSymbol($"<before>{_noted.Count}", variable.Type) { IsShared = true });
        return note;
    }
}
