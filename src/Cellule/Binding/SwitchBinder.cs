using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Switch expressions and switch statements.</summary>
internal sealed partial class Binder
{
    private BoundExpression BindSwitchExpression(SwitchExpressionSyntax syntax)
    {
        var operand = RequireTypeOrNull(BindValue(syntax.GoverningExpression));
        var input = operand.HasError ? BuiltIn.Error : operand.Type;
        var arms = ImmutableArray.CreateBuilder<BoundSwitchArm>();
        bool failed = operand.HasError;
        var coverage = new PatternCoverage(input);
        foreach (var arm in syntax.Arms)
        {
            var outer = OpenScope();
            var pattern = BindPattern(arm.Pattern, input);
            var guard = arm.When is null ? null : BindCondition(arm.When);
            var value = BindValue(arm.Expression);
            var locals = CloseScope(outer);
            failed |= pattern is null || guard is { HasError: true } || value.HasError;
            if (pattern is null)
                continue;
            if (coverage.Subsumes(pattern))
                _diagnostics.Subsumed(arm.Pattern.Span, isExpression: true);
            if (guard is null or BoundLiteral { Value: true })
                coverage.Add(pattern);
            arms.Add(new BoundSwitchArm(arm.Span, locals, pattern, guard, value));
        }

        if (failed)
            return Bad(syntax.Span);
        if (arms.Count == 0)
        {
            _diagnostics.SwitchWithoutType(syntax.KeywordSpan);
            return Bad(syntax.Span);
        }

        var bound = arms.ToImmutable();
        var type = BestCommonType(bound.Select(a => a.Value));
        return type is null || type.IsVoid || !bound.All(a => Classify(a.Value, type).Exists)
            ? new UnboundSwitch(syntax.Span, operand, bound) { KeywordSpan = syntax.KeywordSpan }
            : new BoundSwitchExpression(syntax.Span, operand, [.. bound.Select(a => a with { Value = Convert(a.Value, type) })], type);
    }

    private BoundStatement BindSwitch(SwitchStatementSyntax syntax)
    {
        var operand = RequireTypeOrNull(BindValue(syntax.Expression));
        var input = operand.HasError ? BuiltIn.Error : operand.Type;
        var end = new LabelSymbol("switch end");
        var outer = Push(new Scope(_scope, Body) { Break = end });

        // All labels are bound before any statement: goto case may jump ahead.
        var sections = syntax.Sections.Select(section =>
        {
            var scope = new Scope(_scope, Body);
            var saved = Push(scope);
            var labels = section.Labels.Select(label => BindSwitchLabel(label, input)).ToImmutableArray();
            _scope = saved;
            scope.Declaring = saved;
            return (Scope: scope, Labels: labels);
        }).ToList();
        ReportUnreachable(sections.SelectMany(s => s.Labels), input);
        _scope.SwitchLabels = (value, isDefault) => sections.SelectMany(s => s.Labels).FirstOrDefault(l => l is not null && Names(l, value, isDefault))?.Label;
        var bound = ImmutableArray.CreateBuilder<BoundSwitchSection>();
        for (int i = 0; i < sections.Count; i++)
        {
            var saved = Push(sections[i].Scope);
            var statements = BindStatements(syntax.Sections[i].Statements);
            var locals = CloseScope(saved);
            ReportFallThrough(syntax.Sections[i], statements, i == sections.Count - 1);
            bound.Add(new BoundSwitchSection(syntax.Sections[i].Span, locals, [.. sections[i].Labels.OfType<BoundSwitchLabel>()], statements));
        }

        var shared = CloseScope(outer);
        return operand.HasError ? new BoundNop(syntax.Span) : new BoundSwitch(syntax.Span, operand, shared, bound.ToImmutable(), end);
    }

    private BoundSwitchLabel? BindSwitchLabel(SwitchLabelSyntax syntax, TypeSymbol input)
    {
        var label = new LabelSymbol(syntax.IsDefault ? "default" : "case");
        if (syntax.Pattern is null)
            return new BoundSwitchLabel(syntax.Span, null, null, label);
        var pattern = BindPattern(syntax.Pattern, input);
        var guard = syntax.When is null ? null : BindCondition(syntax.When);
        return pattern is null ? null : new BoundSwitchLabel(syntax.Span, pattern, guard, label);
    }

    private static bool Names(BoundSwitchLabel label, object? value, bool isDefault)
    {
        if (isDefault || label.Pattern is null)
            return isDefault && label.Pattern is null;
        return label is { Guard: null, Pattern: BoundConstantPattern { Value.Value: var constant } } && SameConstant(constant, value);
    }

    private static bool SameConstant(object? left, object? right)
    {
        if (Equals(left, right))
            return true;
        return left is not (null or string or bool or double or float or decimal) && right is not (null or string or bool or double or float or decimal)
            && ConstantFolding.ToInt64(left) == ConstantFolding.ToInt64(right);
    }

    private void ReportUnreachable(IEnumerable<BoundSwitchLabel?> labels, TypeSymbol input)
    {
        var seen = new List<object?>();
        var hasDefault = false;
        var coverage = new PatternCoverage(input);
        foreach (var label in labels)
        {
            if (label is { Pattern: null })
            {
                if (hasDefault)
                    _diagnostics.DuplicateCase(label.Span, "default");
                hasDefault = true;
            }

            if (label is not { Pattern: { } pattern })
                continue;
            object? constant = (pattern as BoundConstantPattern)?.Value.Value;
            if (pattern is BoundConstantPattern && label.Guard is null && seen.Contains(constant))
                _diagnostics.DuplicateCase(label.Span, _source.ToString(label.Span));
            else if (coverage.Subsumes(pattern))
                _diagnostics.Subsumed(pattern.Span, isExpression: false);
            if (label.Guard is not (null or BoundLiteral { Value: true }))
                continue;
            coverage.Add(pattern);
            if (pattern is BoundConstantPattern)
                seen.Add(constant);
        }
    }

    private void ReportFallThrough(SwitchSectionSyntax syntax, ImmutableArray<BoundStatement> statements, bool isLast)
    {
        if (!FlowAnalysis.EndReachable(new BoundBlock(syntax.Span, [], statements)))
            return;
        var label = syntax.Labels[^1].Span;
        if (isLast)
            _diagnostics.FallOut(label, _source.ToString(label));
        else
            _diagnostics.FallThrough(label, _source.ToString(label));
    }
}
