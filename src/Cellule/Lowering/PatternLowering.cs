using Cellule.Binding;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <content>Patterns, <c>switch</c> expressions and statements: conditions tried in order.</content>
internal sealed partial class Lowerer
{
    private IrExpression IsPattern(BoundIsPattern node)
    {
        var statements = new List<IrStatement>();
        var operand = Lower(node.Operand);
        var kept = operand is IrLocal { Variable.IsByRef: false } ? operand : Keep(operand, statements);
        return Make.Sequence(statements, Matches(node.Pattern, kept));
    }

    /// <summary>Whether a kept value matches; variables are assigned on the way.</summary>
    private IrExpression Matches(BoundPattern pattern, IrExpression input)
    {
        switch (pattern)
        {
            case BoundDiscardPattern:
                return Make.True;
            case BoundVarPattern { Variable: var variable }:
                return Then(Declare(variable, input), Make.True);
            case BoundConstantPattern constant:
                return MatchesConstant(constant, input);
            case BoundTypePattern { TargetType: var type }:
                return Narrow(input, type).Test;
            case BoundDeclarationPattern declaration:
                var (test, value) = Narrow(input, declaration.TargetType);
                return declaration.Variable is null ? test : Make.And(test, Then(Declare(declaration.Variable, value), Make.True));
            case BoundRelationalPattern relational:
                return MatchesRelation(relational, input);
            case BoundNotPattern { Pattern: var negated }:
                return Make.Not(Matches(negated, input));
            case BoundOrPattern or:
                return Make.Or(Matches(or.Left, input), Matches(or.Right, input));
            case BoundAndPattern and:
                return Make.And(Matches(and.Left, input), MatchesNarrowed(and.Right, input));
            case BoundRecursivePattern recursive:
                return MatchesRecursive(recursive, input);
            case BoundListPattern list:
                return MatchesList(list, input);
            default:
                throw new InvalidOperationException($"No lowering of {pattern.GetType().Name}.");
        }
    }

    private static IrExpression Then(IrStatement statement, IrExpression value) => new IrSequence([], [statement], value);

    private IrStatement Declare(BoundExpression variable, IrExpression value) =>
        variable is BoundDiscard ? Make.Do(value) : Make.Set(Lower(variable), value.Type == variable.Type ? value : Fit(value, variable.Type));

    private static IrExpression Fit(IrExpression value, TypeSymbol type)
    {
        if (value.Type.IsReferenceType == type.IsReferenceType)
            return new IrConvert(value, type, IrConversionKind.None);
        return type.IsReferenceType ? new IrConvert(value, type, IrConversionKind.Box) : Make.Wrap(value, type);
    }

    /// <summary>After the left side of an <c>and</c> has matched, the right side may be about a narrower type.</summary>
    private IrExpression MatchesNarrowed(BoundPattern pattern, IrExpression input)
    {
        if (pattern.InputType == input.Type)
            return Matches(pattern, input);
        var (test, value) = Narrow(input, pattern.InputType);
        var statements = new List<IrStatement>();
        var kept = Keep(value, statements);
        return Make.And(test, Make.Sequence(statements, Matches(pattern, kept)));
    }

    private IrExpression MatchesConstant(BoundConstantPattern pattern, IrExpression input)
    {
        var constant = pattern.Value;
        if (constant.Value is null)
            return input.Type.IsNullableValue ? Make.Not(Make.HasValue(input)) : Make.IsNull(input);
        if (input.Type.IsRefLike)
        {
            // A span of characters against a string.
            var asSpan = WellKnown.Method(typeof(MemoryExtensions), nameof(MemoryExtensions.AsSpan), typeof(string));
            var other = Make.Static(asSpan, Make.Text((string)constant.Value));
            var equal = LoadedTypes.From(typeof(Emit.Support.SpanText)).GetMembers("Equal").OfType<MethodSymbol>().First(m => m.Parameters[0].Type == input.Type);
            return Make.Static(equal, input, other);
        }

        var (test, value) = Narrow(input, constant.Type);
        return Make.And(test, EqualsConstant(value, constant));
    }

    private IrExpression EqualsConstant(IrExpression value, BoundLiteral constant)
    {
        var literal = Lower(constant);
        return constant.Value switch
        {
            string => Make.Static(WellKnown.Method(typeof(string), "op_Equality"), value, literal),
            decimal => Make.Static(WellKnown.Method(typeof(decimal), "op_Equality"), value, literal),
            double.NaN => Make.Static(WellKnown.Method(typeof(double), nameof(double.IsNaN)), value),
            float.NaN => Make.Static(WellKnown.Method(typeof(float), nameof(float.IsNaN)), value),
            _ => Make.Equal(value, literal),
        };
    }

    private IrExpression MatchesRelation(BoundRelationalPattern pattern, IrExpression input)
    {
        var (test, value) = Narrow(input, pattern.Value.Type);
        if (pattern.Value.Value is not decimal)
            return Make.And(test, new IrBinary(Kind(pattern.Operator), value, Lower(pattern.Value), BuiltIn.Boolean));
        var name = pattern.Operator switch
        {
            BinaryOperator.Less => "op_LessThan",
            BinaryOperator.LessOrEqual => "op_LessThanOrEqual",
            BinaryOperator.Greater => "op_GreaterThan",
            _ => "op_GreaterThanOrEqual",
        };
        return Make.And(test, Make.Static(WellKnown.Method(typeof(decimal), name), value, Lower(pattern.Value)));
    }

    private IrExpression MatchesRecursive(BoundRecursivePattern pattern, IrExpression input)
    {
        var (test, value) = Narrow(input, pattern.NarrowedType);
        var statements = new List<IrStatement>();
        _placeholders[pattern.Value] = value is IrLocal ? value : Keep(value, statements);
        if (pattern.DeconstructCall is { } call)
        {
            foreach (var part in call.Arguments.OfType<BoundPlaceholder>().Where(p => !ReferenceEquals(p, pattern.Value) && !_placeholders.ContainsKey(p)))
                _placeholders[part] = new IrLocal(Temporary(part.Type));
            statements.Add(Make.Do(Lower(call)));
        }

        var rest = Make.True;
        foreach (var sub in pattern.Positional.IsDefault ? pattern.Properties : pattern.Properties.IsDefault ? pattern.Positional : pattern.Positional.AddRange(pattern.Properties))
            rest = Make.And(rest, MatchesPart(sub));
        return Make.And(test, Make.Sequence(statements, AndDeclare(rest, pattern.Variable, pattern.Value)));
    }

    private IrExpression AndDeclare(IrExpression test, BoundExpression? variable, BoundPlaceholder value) =>
        variable is null ? test : Make.And(test, Then(Declare(variable, _placeholders[value]), Make.True));

    private IrExpression MatchesPart(BoundSubpattern part)
    {
        var statements = new List<IrStatement>();
        var kept = Keep(Lower(part.Access), statements);
        return Make.Sequence(statements, Matches(part.Pattern, kept));
    }

    private IrExpression MatchesList(BoundListPattern pattern, IrExpression input)
    {
        var (test, value) = Narrow(input, pattern.NarrowedType);
        var statements = new List<IrStatement>();
        _placeholders[pattern.Value] = value is IrLocal ? value : Keep(value, statements);
        var length = Keep(Lower(pattern.Length), statements);
        _placeholders[pattern.LengthValue] = length;
        var rest = (IrExpression)new IrBinary(
            pattern.HasSlice ? IrBinaryKind.GreaterOrEqual : IrBinaryKind.Equal, length, Make.Int(pattern.Elements.Length), BuiltIn.Boolean);
        foreach (var element in pattern.Elements)
            rest = Make.And(rest, MatchesPart(element));
        if (pattern.Slice is { } slice)
            rest = Make.And(rest, MatchesPart(slice));
        return Make.And(test, Make.Sequence(statements, AndDeclare(rest, pattern.Variable, pattern.Value)));
    }

    private IrExpression SwitchExpression(BoundSwitchExpression node)
    {
        var statements = new List<IrStatement>();
        var kept = Keep(Lower(node.Operand), statements);
        var result = Temporary(node.Type);
        var end = new IrLabel("matched");
        foreach (var arm in node.Arms)
        {
            var next = new IrLabel("next");
            var test = Matches(arm.Pattern, kept);
            if (arm.Guard is { } guard)
                test = Make.And(test, Lower(guard));
            var value = Lower(arm.Value);
            statements.Add(new IrBlock(
                Variables(arm.Locals),
                [
                    new IrGotoIf(test, false, next),
                    node.Type.IsVoid ? Make.Do(value) : Make.Set(result, value),
                    new IrGoto(end),
                ]));
            statements.Add(new IrMark(next));
        }

        var exception = LoadedTypes.From(typeof(System.Runtime.CompilerServices.SwitchExpressionException));
        var constructor = exception.Constructors.First(c => c.Parameters is [{ Type.IsObject: true }]);
        statements.Add(new IrThrow(new IrNew(constructor, exception, [kept.Type.IsRefLike ? Make.Null(BuiltIn.Object) : Make.Box(kept)])));
        statements.Add(new IrMark(end));
        return Make.Sequence(statements, node.Type.IsVoid ? Make.Nothing : new IrLocal(result));
    }

    private IrStatement Switch(BoundSwitch node)
    {
        var statements = new List<IrStatement>();
        var kept = Keep(Lower(node.Operand), statements);
        var exit = Label(node.Break);
        var locals = new List<IrVariable>(Variables(node.Locals));
        IrLabel? whenNone = null;
        foreach (var section in node.Sections)
        {
            locals.AddRange(Variables(section.Locals));
            foreach (var label in section.Labels)
            {
                if (label.Pattern is null)
                {
                    whenNone = Label(label.Label);
                    continue;
                }

                var test = Matches(label.Pattern, kept);
                if (label.Guard is { } guard)
                    test = Make.And(test, Lower(guard));
                statements.Add(new IrSequencePoint(label.Span));
                statements.Add(new IrGotoIf(test, true, Label(label.Label)));
            }
        }

        statements.Add(new IrGoto(whenNone ?? exit));
        foreach (var section in node.Sections)
        {
            foreach (var label in section.Labels)
                statements.Add(new IrMark(Label(label.Label)));
            statements.AddRange(section.Statements.Select(Statement));
        }

        statements.Add(new IrMark(exit));
        return new IrBlock([.. locals], [.. statements]);
    }
}
