using System.Collections.Immutable;
using Cellule.Emit.Support;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering.StateMachines;

/// <summary>
/// Moves catch and finally blocks that await out of their handlers, which can't be left and entered again: the handler only notes
/// what happened, the code runs after the try. Jumps out of a try whose finally awaits are noted and taken up after it.
/// </summary>
internal sealed class HandlerAwaits : IrRewriter
{
    private readonly TypeSymbol _resultType;

    private HandlerAwaits(TypeSymbol resultType) => _resultType = resultType;

    public static IrBlock MoveOut(IrBlock body, TypeSymbol resultType) => (IrBlock)new HandlerAwaits(resultType).Rewrite(body);

    protected override IrStatement RewriteTry(IrTry node)
    {
        var rewritten = (IrTry)base.RewriteTry(node);
        var @finally = rewritten.Finally;
        var catches = rewritten.Catches.Any(c => AwaitFinder.IsIn(c.Body));
        var finallyAwaits = @finally is not null && AwaitFinder.IsIn(@finally);
        if (!catches && !finallyAwaits)
            return rewritten;
        IrStatement inner = catches ? MoveCatches(rewritten) : new IrTry(rewritten.Body, rewritten.Catches, null);
        if (@finally is null)
            return inner;
        var body = inner is IrTry { Catches.IsEmpty: true } plain ? plain.Body : IrBlock.Of(inner);
        return finallyAwaits ? MoveFinally(body, @finally) : new IrTry(body, [], @finally);
    }

    private static IrBlock MoveCatches(IrTry node)
    {
        var which = new IrVariable("<handler>", BuiltIn.Int32);
        var end = new IrLabel("handled");
        var handlers = ImmutableArray.CreateBuilder<IrCatch>();
        var after = new List<IrStatement>();
        for (var i = 0; i < node.Catches.Length; i++)
        {
            var handler = node.Catches[i];
            var caught = new IrVariable("<caught>", handler.ExceptionType);
            var raw = handler.Variable ?? new IrVariable("<raw>", handler.ExceptionType);
            handlers.Add(new IrCatch(
                handler.ExceptionType,
                raw,
                handler.Variables,
                handler.Filter,
                IrBlock.Of(Make.Set(caught, new IrLocal(raw)), Make.Set(which, Make.Int(i + 1)))));
            var next = new IrLabel("next");
            after.Add(new IrGotoIf(Make.Equal(new IrLocal(which), Make.Int(i + 1)), false, next));
            if (handler.Variable is { } variable)
                after.Add(Make.Set(variable, new IrLocal(caught)));
            after.Add(new RethrowReplacer(caught).Rewrite(handler.Body));
            after.Add(new IrGoto(end));
            after.Add(new IrMark(next));
        }

        return IrBlock.Of([Make.Set(which, Make.Int(0)), new IrTry(node.Body, handlers.ToImmutable(), null), .. after, new IrMark(end)]);
    }

    private IrBlock MoveFinally(IrBlock body, IrBlock @finally)
    {
        var thrown = new IrVariable("<thrown>", BuiltIn.Object);
        var raw = new IrVariable("<raw>", BuiltIn.Object);
        var exits = new ExitNotes(body, _resultType);
        var guarded = exits.RewriteBody(body);
        var statements = new List<IrStatement>
        {
            Make.Set(thrown, Make.Null(BuiltIn.Object)),
            Make.Set(exits.Which, Make.Int(0)),
            new IrTry(guarded, [new IrCatch(BuiltIn.Object, raw, [], null, IrBlock.Of(Make.Set(thrown, new IrLocal(raw))))], null),
            new IrMark(exits.After),
            @finally,
        };
        var calm = new IrLabel("calm");
        statements.Add(new IrGotoIf(Make.IsNull(new IrLocal(thrown)), true, calm));
        statements.Add(Rethrow(thrown));
        statements.Add(new IrMark(calm));
        statements.AddRange(exits.Dispatch());
        return IrBlock.Of([.. statements]);
    }

    private static IrStatement Rethrow(IrVariable exception) =>
        new IrThrow(Make.Static(WellKnown.Method(typeof(Rethrowing), nameof(Rethrowing.Throw)), new IrConvert(new IrLocal(exception), BuiltIn.Object, IrConversionKind.None)));

    /// <summary>A handler's body that no longer stands in the handler says what <c>throw;</c> throws.</summary>
    private sealed class RethrowReplacer(IrVariable caught) : IrRewriter
    {
        public override IrStatement Rewrite(IrStatement node) => node is IrThrow { Exception: null } ? Rethrow(caught) : base.Rewrite(node);

        // Inside a handler of its own, throw; means that one's exception.
        protected override IrCatch RewriteCatch(IrCatch node) => node;
    }

    /// <summary>Replaces jumps out of a block by notes of where to go, and a jump to its end.</summary>
    private sealed class ExitNotes : IrRewriter
    {
        private readonly HashSet<IrLabel> _inside = new(ReferenceEqualityComparer.Instance);
        private readonly List<IrStatement> _exits = [];
        private readonly Dictionary<IrLabel, int> _jumps = new(ReferenceEqualityComparer.Instance);
        private readonly IrVariable? _result;
        private int _return;
        private int _yieldBreak;

        public ExitNotes(IrBlock body, TypeSymbol resultType)
        {
            _result = resultType.IsVoid ? null : new IrVariable("<result>", resultType);
            new Marks(_inside).Rewrite(body);
        }

        public IrVariable Which { get; } = new("<exit>", BuiltIn.Int32);

        public IrLabel After { get; } = new("finally");

        public override IrStatement Rewrite(IrStatement node) => node switch
        {
            IrGoto jump when !_inside.Contains(jump.Target) => Note(Jump(jump.Target)),
            IrGotoIf jump when !_inside.Contains(jump.Target) => NoteIf(jump),
            _ => base.Rewrite(node),
        };

        protected override IrStatement RewriteReturn(IrReturn node)
        {
            if (_return == 0)
            {
                _exits.Add(new IrReturn(_result is null || node.Value is null ? null : new IrLocal(_result)));
                _return = _exits.Count;
            }

            return node.Value is null || _result is null
                ? Note(_return)
                : IrBlock.Of(Make.Set(_result, node.Value), Note(_return));
        }

        protected override IrStatement RewriteYield(IrYield node)
        {
            if (node.Value is not null)
                return node;
            if (_yieldBreak == 0)
            {
                _exits.Add(node);
                _yieldBreak = _exits.Count;
            }

            return Note(_yieldBreak);
        }

        public IEnumerable<IrStatement> Dispatch()
        {
            for (var i = 0; i < _exits.Count; i++)
            {
                var next = new IrLabel("next");
                yield return new IrGotoIf(Make.Equal(new IrLocal(Which), Make.Int(i + 1)), false, next);
                yield return _exits[i];
                yield return new IrMark(next);
            }
        }

        private int Jump(IrLabel target)
        {
            if (!_jumps.TryGetValue(target, out var number))
            {
                _exits.Add(new IrGoto(target));
                _jumps.Add(target, number = _exits.Count);
            }

            return number;
        }

        private IrBlock Note(int exit) => IrBlock.Of(Make.Set(Which, Make.Int(exit)), new IrGoto(After));

        private IrBlock NoteIf(IrGotoIf jump)
        {
            var stay = new IrLabel("stay");
            return IrBlock.Of(new IrGotoIf(jump.Condition, !jump.Sense, stay), Note(Jump(jump.Target)), new IrMark(stay));
        }
    }

    private sealed class Marks(HashSet<IrLabel> found) : IrRewriter
    {
        public override IrStatement Rewrite(IrStatement node)
        {
            if (node is IrMark mark)
                found.Add(mark.Label);
            return base.Rewrite(node);
        }
    }
}
