using Cellule.Symbols;

namespace Cellule.Binding;

/// <summary>Whether the end of a statement can be reached: C#'s rules over constants, loops and jumps.</summary>
internal static class FlowAnalysis
{
    public static bool EndReachable(BoundStatement statement) => new Walker().Visit(statement, true);

    private sealed class Walker
    {
        private readonly HashSet<LabelSymbol> _jumped = new(ReferenceEqualityComparer.Instance);

        public bool Visit(BoundStatement statement, bool reachable)
        {
            switch (statement)
            {
                case BoundBlock block:
                    return Sequence(block.Statements, reachable);
                case BoundStatementList list:
                    return Sequence(list.Statements, reachable);
                case BoundExpressionStatement { Expression: BoundThrowExpression }:
                    return false;
                case BoundIf branch:
                    var value = Constant(branch.Condition);
                    var then = Visit(branch.Then, reachable && value != false);
                    var otherwise = branch.Else is null ? reachable && value != true : Visit(branch.Else, reachable && value != true);
                    return then || otherwise;
                case BoundWhile loop:
                    Visit(loop.Body, reachable && Constant(loop.Condition) != false);
                    return (reachable && Constant(loop.Condition) != true) || _jumped.Contains(loop.Break);
                case BoundDo loop:
                    var end = Visit(loop.Body, reachable) || _jumped.Contains(loop.Continue);
                    return (end && Constant(loop.Condition) != true) || _jumped.Contains(loop.Break);
                case BoundFor loop:
                    var endless = loop.Condition is null || Constant(loop.Condition) == true;
                    Visit(loop.Body, reachable);
                    return (reachable && !endless) || _jumped.Contains(loop.Break);
                case BoundForEach loop:
                    Visit(loop.Body, reachable);
                    return reachable;
                case BoundSwitch @switch:
                    return Switch(@switch, reachable);
                case BoundTry attempt:
                    var result = Visit(attempt.Body, reachable);
                    foreach (var handler in attempt.Catches)
                        result |= Visit(handler.Body, reachable);
                    return (attempt.Finally is null || Visit(attempt.Finally, reachable)) && result;
                case BoundUsing usingStatement:
                    return Visit(usingStatement.Body, reachable);
                case BoundLock lockStatement:
                    return Visit(lockStatement.Body, reachable);
                case BoundReturn or BoundThrow or BoundYieldBreak:
                    return false;
                case BoundGoto jump:
                    if (reachable)
                        _jumped.Add(jump.Label);
                    return false;
                case BoundLabel:
                    // A jump may come from below: taken as reachable.
                    return true;
                default:
                    return reachable;
            }
        }

        private bool Sequence(IEnumerable<BoundStatement> statements, bool reachable)
        {
            foreach (var statement in statements)
                reachable = Visit(statement, reachable);
            return reachable;
        }

        private bool Switch(BoundSwitch statement, bool reachable)
        {
            foreach (var section in statement.Sections)
                Sequence(section.Statements, reachable);
            return (reachable && !PatternCoverage.IsExhaustive(statement)) || _jumped.Contains(statement.Break);
        }

        private static bool? Constant(BoundExpression condition) => condition is BoundLiteral { Value: bool value } ? value : null;
    }
}
