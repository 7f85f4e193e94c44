using System.Collections.Immutable;
using Cellule.Emit;
using Cellule.Lowering.Ir;
using Cellule.Symbols;
using Xunit;

namespace Cellule.Tests.Emit;

public class FunctionShapeTests
{
    private static readonly IrLabel Top = new("top");

    private static readonly IrStatement Back = new IrGoto(Top);

    private static readonly IrStatement Library = Make.Do(Make.Static(WellKnown.Method(typeof(Environment), nameof(Environment.Exit)), Make.Int(0)));

    private static readonly IrStatement Nothing = Make.Do(Make.Int(1));

    public static TheoryData<string, bool, int> Loops => new()
    {
        { "Nothing", true, (int)LoopTurn.Short },
        { "Library", true, (int)LoopTurn.Calling },
        { "Nothing", false, (int)LoopTurn.None },
    };

    [Theory]
    [MemberData(nameof(Loops))]
    public void A_jump_backwards_is_a_turn_and_short_without_a_call(string body, bool backwards, int expected)
    {
        var inside = body == "Nothing" ? Nothing : Library;
        ImmutableArray<IrStatement> statements = backwards ? [Library, new IrMark(Top), inside, Back] : [Back, inside, new IrMark(Top)];
        var shape = FunctionShape.Of(new IrBlock([], statements));
        Assert.Equal((LoopTurn)expected, shape.TurnAt(Back));
        Assert.Equal(expected == (int)LoopTurn.Short, shape.HasShortLoops);
    }

    [Fact]
    public void A_call_in_the_condition_is_part_of_the_turn()
    {
        var condition = new IrGotoIf(Make.Equal(Make.Static(WellKnown.Method(typeof(GC), nameof(GC.CollectionCount)), Make.Int(0)), Make.Int(0)), true, Top);
        Assert.Equal(LoopTurn.Calling, FunctionShape.Of(IrBlock.Of(new IrMark(Top), condition)).TurnAt(condition));
    }

    [Theory]
    [InlineData(typeof(GC), nameof(GC.CollectionCount), false)]
    [InlineData(typeof(object), nameof(object.ToString), true)]
    [InlineData(typeof(GC), nameof(GC.KeepAlive), true)]
    [InlineData(typeof(Func<int>), nameof(Func<int>.Invoke), true)]
    public void A_call_may_come_back_if_it_can_reach_code_of_a_cell(Type type, string name, bool expected)
    {
        var method = WellKnown.Method(type, name);
        var receiver = method.IsStatic ? null : Make.Null(LoadedTypes.From(type));
        var call = new IrCall(receiver, method, [.. method.Parameters.Select(p => (IrExpression)new IrDefault(p.Type))], isVirtual: true);
        Assert.Equal(expected, FunctionShape.Of(IrBlock.Of(Make.Do(call))).MayRecurse);
    }
}
