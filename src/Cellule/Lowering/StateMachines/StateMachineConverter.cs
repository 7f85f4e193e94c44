using System.Collections.Immutable;
using Cellule.Lowering.Closures;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering.StateMachines;

/// <summary>
/// Iterators and async functions become a frame object whose <c>Step</c> method runs from one suspension to the next. All their
/// variables are fields of the frame; a jump at the start of <c>Step</c>, and of each try block, leads back to where it stopped.
/// </summary>
internal sealed class StateMachineConverter : IrRewriter
{
    private readonly FrameTypeSymbol _frame;
    private readonly FrameKind _kind;
    private readonly IrFunction _function;
    private readonly Dictionary<IrVariable, FrameFieldSymbol> _fields = new(ReferenceEqualityComparer.Instance);
    private FrameFieldSymbol? _this;
    private Region _region = new(null);
    private int _states;

    private StateMachineConverter(FrameTypeSymbol frame, FrameKind kind, IrFunction function)
    {
        _frame = frame;
        _kind = kind;
        _function = function;
    }

    /// <summary>The code that a resumption can come back to, and how to get to each state in it.</summary>
    private sealed class Region(Region? parent)
    {
        private readonly List<(int State, IrLabel Label)> _states = [];

        public Region? Parent { get; } = parent;

        public IrLabel Entry { get; } = new("try");

        public bool HasStates => _states.Count > 0;

        public void Add(int state, IrLabel label)
        {
            _states.Add((state, label));
            Parent?.Add(state, Entry);
        }

        public IrStatement Dispatch(IrExpression state)
        {
            var start = new IrLabel("start");
            var targets = new IrLabel[_states.Max(s => s.State)];
            Array.Fill(targets, start);
            foreach (var (number, label) in _states)
                targets[number - 1] = label;
            return IrBlock.Of(new IrJumpTable(Make.Minus(state, Make.Int(1)), [.. targets]), new IrMark(start));
        }
    }

    public static IEnumerable<LoweredMethod> Convert(LoweredMethod method, LoweredTypes types)
    {
        var function = method.Function;
        if (function is { IsAsync: false, IsIterator: false })
            return [method];
        var kind = FrameKind.Of(function.ReturnType, function.IsAsync, function.IsIterator);
        var typeParameters = (method.Method.ContainingType?.TypeParameters ?? []).AddRange(method.TypeParameters);
        var frame = types.NewFrame(function.IsIterator ? "Iterator" : "Async", kind.Base, typeParameters);
        return new StateMachineConverter(frame, kind, function).Convert(method);
    }

    private ImmutableArray<LoweredMethod> Convert(LoweredMethod method)
    {
        var body = AwaitSpiller.Spill(HandlerAwaits.MoveOut(_function.Body, _kind.ResultType));
        var rewritten = Rewrite(body);
        IrStatement[] dispatch = _region.HasStates ? [_region.Dispatch(State)] : [];
        var running = Set("State", Make.Int(-1));
        var step = new FrameMethodSymbol("Step", _frame, [], BuiltIn.Int32, [], isStatic: false)
        {
            Overrides = typeof(Emit.Support.AsyncFrame).GetMethod(nameof(Emit.Support.AsyncFrame.Step)),
        };
        var stepBody = IrBlock.Of([.. dispatch, running, rewritten, new IrReturn(Make.Int(2))]);
        return
        [
            method with { Function = Plain(KickOff()) },
            new LoweredMethod(step, new IrFunction(_function.Name, [], BuiltIn.Int32, stepBody) { ThisType = _frame }, []),
        ];
    }

    private IrFunction Plain(IrBlock body) => new(_function.Name, _function.Parameters, _function.ReturnType, body)
    {
        Symbol = _function.Symbol,
        ThisType = _function.ThisType,
        TypeParameters = _function.TypeParameters,
    };

    private IrBlock KickOff()
    {
        var frame = new IrVariable("<frame>", _frame);
        var statements = new List<IrStatement> { Make.Set(frame, new IrNew(_frame.Constructor, _frame, [])) };
        foreach (var parameter in _function.Parameters)
        {
            if (_fields.TryGetValue(parameter, out var field))
                statements.Add(Make.Set(new IrField(new IrLocal(frame), field), new IrLocal(parameter)));
        }

        if (_this is not null)
            statements.Add(Make.Set(new IrField(new IrLocal(frame), _this), new IrThis(_function.ThisType!)));
        if (_kind.Start is { } start)
        {
            var call = Make.Call(new IrLocal(frame), WellKnown.Member(Declaring(start), start));
            if (_function.ReturnType.IsVoid)
                statements.Add(Make.Do(call));
            statements.Add(new IrReturn(_function.ReturnType.IsVoid ? null : call));
        }
        else
        {
            statements.Add(new IrReturn(new IrConvert(new IrLocal(frame), _function.ReturnType, IrConversionKind.None)));
        }

        return new IrBlock([frame], [.. statements]);
    }

    /// <summary>The base of the frame that declares a member of this name.</summary>
    private TypeSymbol Declaring(string member)
    {
        var type = _kind.Base;
        while (type.GetMembers(member).IsEmpty)
            type = type.BaseType!;
        return type;
    }

    private IrThis Frame => new(_frame);

    private IrExpression State => new IrField(Frame, WellKnown.Field(Declaring("State"), "State"));

    private IrStatement Set(string field, IrExpression value) => Make.Set(new IrField(Frame, WellKnown.Field(Declaring(field), field)), value);

    private FrameFieldSymbol FieldOf(IrVariable variable)
    {
        if (!_fields.TryGetValue(variable, out var field))
            _fields.Add(variable, field = _frame.AddField(variable.Name, variable.Type));
        return field;
    }

    private static bool StaysLocal(IrVariable variable) => !variable.IsParameter && (variable.IsByRef || variable.Type.IsRefLike);

    protected override IrExpression RewriteLocal(IrLocal node) =>
        StaysLocal(node.Variable) ? node : new IrField(Frame, FieldOf(node.Variable));

    public override IrExpression Rewrite(IrExpression node)
    {
        if (node is not IrThis { Type: var type } || ReferenceEquals(type, _frame))
            return base.Rewrite(node);
        _this ??= _frame.AddField("<this>", _function.ThisType!);
        return new IrField(Frame, _this);
    }

    public override IrStatement Rewrite(IrStatement node) => node switch
    {
        IrEvaluate { Expression: IrAwait awaited } => Await(awaited, null),
        IrEvaluate { Expression: IrAssign { Target: IrLocal target, Value: IrAwait awaited } } => Await(awaited, Rewrite(target)),
        _ => base.Rewrite(node),
    };

    private IrBlock Await(IrAwait node, IrExpression? target)
    {
        var awaiter = new IrField(Frame, _frame.AddField("<awaiter>", node.Awaiter.Type));
        var state = ++_states;
        var resume = new IrLabel("resume");
        var done = new IrLabel("done");
        _region.Add(state, resume);
        var suspend = WellKnown.Member(Declaring("Suspend"), "Suspend", 1).Construct([node.Awaiter.Type]);
        var result = Make.Call(awaiter, node.GetResult);
        return IrBlock.Of(
            Make.Set(awaiter, Rewrite(node.Awaiter)),
            new IrGotoIf(Make.Call(awaiter, node.IsCompleted), true, done),
            Set("State", Make.Int(state)),
            Make.Do(Make.Call(Frame, suspend, new IrAddress(awaiter))),
            new IrReturn(Make.Int(0)),
            new IrMark(resume),
            Set("State", Make.Int(-1)),
            new IrMark(done),
            target is null ? Make.Do(result) : Make.Set(target, result));
    }

    protected override IrStatement RewriteYield(IrYield node)
    {
        if (node.Value is null)
            return new IrReturn(Make.Int(2));
        var state = ++_states;
        var resume = new IrLabel("resume");
        var goOn = new IrLabel("continue");
        _region.Add(state, resume);
        return IrBlock.Of(
            Set("Value", Rewrite(node.Value)),
            Set("State", Make.Int(state)),
            new IrReturn(Make.Int(1)),
            new IrMark(resume),
            Set("State", Make.Int(-1)),
            new IrGotoIf(new IrField(Frame, WellKnown.Field(Declaring("Disposing"), "Disposing")), false, goOn),
            new IrReturn(Make.Int(2)),
            new IrMark(goOn));
    }

    protected override IrStatement RewriteReturn(IrReturn node)
    {
        if (node.Value is null)
            return new IrReturn(Make.Int(2));
        if (_kind.ResultType.IsVoid)
            return IrBlock.Of(Make.Do(Rewrite(node.Value)), new IrReturn(Make.Int(2)));
        return IrBlock.Of(Set("Result", Rewrite(node.Value)), new IrReturn(Make.Int(2)));
    }

    protected override IrStatement RewriteTry(IrTry node)
    {
        var outer = _region;
        _region = new Region(outer);
        var body = RewriteBody(node.Body);
        var region = _region;
        _region = outer;
        var @finally = node.Finally is null ? null : RewriteBody(node.Finally);
        ImmutableArray<IrCatch> catches = [.. node.Catches.Select(RewriteCatch)];
        if (!region.HasStates)
            return new IrTry(body, catches, @finally);

        // Suspending leaves the try block, which must not run the finally block.
        if (@finally is not null)
        {
            var end = new IrLabel("suspended");
            var suspended = new IrBinary(IrBinaryKind.Greater, State, Make.Int(0), BuiltIn.Boolean);
            @finally = IrBlock.Of(new IrGotoIf(suspended, true, end), @finally, new IrMark(end));
        }

        return IrBlock.Of(new IrMark(region.Entry), new IrTry(IrBlock.Of(region.Dispatch(State), body), catches, @finally));
    }

    protected override IrCatch RewriteCatch(IrCatch node)
    {
        if (node.Variable is not { } variable)
            return base.RewriteCatch(node);

        // The handler receives the exception in a local, the code reads the frame's field.
        var local = new IrVariable("<caught>", node.ExceptionType);
        var assign = Make.Set(new IrField(Frame, FieldOf(variable)), new IrLocal(local));
        var filter = node.Filter is null ? null : Make.Sequence([assign], Rewrite(node.Filter));
        return new IrCatch(node.ExceptionType, local, node.Variables, filter, IrBlock.Of(assign, RewriteBody(node.Body)));
    }
}
