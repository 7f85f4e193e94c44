using System.Collections.Immutable;
using Cellule.Binding;
using Cellule.Emit.Support;
using Cellule.Lowering.Closures;
using Cellule.Lowering.Ir;
using Cellule.Lowering.StateMachines;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <content>A whole cell: its statements, methods and types, each body taken through all passes.</content>
internal sealed partial class Lowerer
{
    public static LoweredCell Lower(BoundCell cell)
    {
        var lowerer = new Lowerer();
        var result = new IrVariable("<result>", BuiltIn.Object);
        var statements = lowerer.Statements(cell, result);
        List<(MethodSymbol Symbol, IrFunction Body)> functions =
        [
            .. cell.Methods.Select(m => ((MethodSymbol)m.Method, lowerer.Function(m.Method, m.Body, m.Method.Name, null))),
            .. cell.TypeBodies.SelectMany(lowerer.Members),
        ];
        SharedVariables.Mark(statements, functions.Select(f => f.Body));

        var promotion = new VariablePromotion(statements);
        var rollback = new VariableRollback(promotion, statements);
        var types = new LoweredTypes();
        var methods = new List<LoweredMethod>();
        var main = CellMethod("<Main>", BuiltIn.Object);
        var progress = new CellVariableSymbol("<statement>", BuiltIn.Int32) { IsShared = true };
        var guarded = statements.Select((s, i) => IrBlock.Of(Make.Set(new IrField(null, progress), Make.Int(i)), promotion.Apply(rollback.Guard(s)))).ToList();
        var body = new IrBlock(
            lowerer.Variables(cell.Locals),
            [.. rollback.Before(), .. promotion.Before(), .. guarded, new IrReturn(new IrLocal(result))]);
        Add(main, new IrFunction(Emit.LineTable.Main, [], BuiltIn.Object, body));
        var restore = rollback.Notes.Any() ? CellMethod("<Rollback>", BuiltIn.Void) : null;
        if (restore is not null)
            Add(restore, rollback.Restore());
        foreach (var (symbol, function) in functions)
            Add(symbol, function);
        return new LoweredCell(cell, main, restore, [.. rollback.Notes], methods, types, lowerer.AnonymousMembers, progress, [.. TopLevel(cell).Select(s => s.Span)]);

        void Add(MethodSymbol method, IrFunction function)
        {
            foreach (var converted in ClosureConverter.Convert(method, function, types))
                methods.AddRange(StateMachines.StateMachineConverter.Convert(converted, types));
        }
    }

    private static FrameMethodSymbol CellMethod(string name, TypeSymbol returnType) => new(name, null, [], returnType, [], isStatic: true);

    /// <summary>What stands at the top of the cell, labels apart from what they stand before, the trailing expression last.</summary>
    private static IEnumerable<BoundNode> TopLevel(BoundCell cell)
    {
        var statements = cell.Statements.SelectMany(s => s is BoundStatementList { Statements: [BoundLabel, ..] and var labeled } ? labeled : [s]);
        return cell.Value is null ? statements : [.. statements, cell.Value];
    }

    /// <summary>The cell's own statements; the last one puts the value of a trailing expression into the result.</summary>
    private List<IrStatement> Statements(BoundCell cell, IrVariable result)
    {
        _scope = new FunctionScope(null, true, BuiltIn.Object);
        var statements = TopLevel(cell).OfType<BoundStatement>().Select(Statement).ToList();
        if (cell.Value is { } trailing)
        {
            var value = Lower(trailing);
            statements.Add(IrBlock.Of(new IrSequencePoint(trailing.Span), value.Type.IsVoid ? Make.Do(value) : Make.Set(result, Make.Box(value))));
        }

        var poll = Make.Do(Make.Static(WellKnown.Method(typeof(Interruption), nameof(Interruption.Poll))));
        return statements.ConvertAll(s => s is IrMark ? s : IrBlock.Of(s, poll));
    }
}
