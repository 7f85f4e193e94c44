using System.Collections.Immutable;
using Cellule.Binding;
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
        var types = new LoweredTypes();
        var methods = new List<LoweredMethod>();
        var main = new FrameMethodSymbol("<Main>", null, [], BuiltIn.Object, [], isStatic: true);
        var lowerer = new Lowerer();
        var rollback = new VariableRollback();
        Add(main, lowerer.Main(cell, rollback));
        var restore = new FrameMethodSymbol("<Rollback>", null, [], BuiltIn.Void, [], isStatic: true);
        if (rollback.Notes.Any())
            Add(restore, rollback.Restore());
        foreach (var method in cell.Methods)
            Add(method.Method, lowerer.Function(method.Method, method.Body, method.Method.Name, null));
        foreach (var type in cell.TypeBodies)
        {
            foreach (var (symbol, function) in lowerer.Members(type))
                Add(symbol, function);
        }

        return new LoweredCell(cell, main, rollback.Notes.Any() ? restore : null, [.. rollback.Notes], methods, types, lowerer.AnonymousMembers);

        void Add(MethodSymbol method, IrFunction function)
        {
            foreach (var converted in ClosureConverter.Convert(method, function, types))
                methods.AddRange(StateMachines.StateMachineConverter.Convert(converted, types));
        }
    }

    private IrFunction Main(BoundCell cell, VariableRollback rollback)
    {
        _scope = new FunctionScope(null, true, BuiltIn.Object);
        var statements = new List<IrStatement>();
        foreach (var statement in cell.Statements)
            statements.Add(rollback.Guard(VariableHoisting.Apply(Statement(statement))));
        IrExpression value = Make.Null(BuiltIn.Object);
        if (cell.Value is { } trailing)
        {
            statements.Add(new IrSequencePoint(trailing.Span));
            var result = Lower(trailing);
            if (result.Type.IsVoid)
                statements.Add(Make.Do(result));
            else
                value = Make.Box(result);
        }

        statements.Add(new IrReturn(value));
        return new IrFunction(Emit.LineTable.Main, [], BuiltIn.Object, new IrBlock(Variables(cell.Locals), [.. rollback.Before(), .. statements]));
    }
}
