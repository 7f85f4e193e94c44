using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Deconstruction: <c>(a, var b) = x</c>, <c>var (a, b) = x</c>, and in foreach.</summary>
internal sealed partial class Binder
{
    private static bool IsDeconstruction(ExpressionSyntax left) =>
        left is TupleExpressionSyntax || left is DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax };

    private BoundExpression BindDeconstruction(AssignmentExpressionSyntax syntax)
    {
        // Targets that exist already are bound before the right side, declared ones take their types from it.
        var targets = Targets(syntax.Left);
        var right = BindValue(syntax.Right);
        if (right is UnboundTuple { Type.IsNone: true } tuple)
            right = GiveTargetTypes(tuple, targets);
        right = RequireType(right);
        if (right.HasError)
        {
            DeclareAsErrors(targets);
            return Bad(syntax.Span);
        }

        var input = new BoundPlaceholder(right.Span, right.Type);
        var step = Deconstruct(input, targets, syntax.Span, right as BoundTuple);
        return step is null ? Bad(syntax.Span) : new BoundDeconstruction(syntax.Span, right, step, DeconstructedType(step));
    }

    private static TypeSymbol DeconstructedType(BoundDeconstructionStep step) =>
        BuiltIn.Tuple([.. step.Targets.Select(t => t.Nested is { } nested ? DeconstructedType(nested) : t.Target!.Type)]);

    private BoundExpression GiveTargetTypes(UnboundTuple tuple, List<DeconstructionTarget> targets)
    {
        if (targets.Count != tuple.Elements.Length)
            return tuple;
        var elements = tuple.Elements.Select((e, i) => e.Type.IsNone && (targets[i].Existing?.Type ?? targets[i].Type) is { } wanted ? Convert(e, wanted) : RequireType(e)).ToImmutableArray();
        return elements.Any(e => e.HasError) ? Bad(tuple.Span) : new UnboundTuple(tuple.Span, elements, tuple.Names, BuiltIn.Tuple([.. elements.Select(e => e.Type)]));
    }

    private sealed class DeconstructionTarget
    {
        public required TextSpan Span { get; init; }

        public BoundExpression? Existing { get; init; }

        public SyntaxToken? Identifier { get; init; }

        /// <summary>Of a declared one: its written type, null for var.</summary>
        public TypeSymbol? Type { get; init; }

        public bool IsDiscard { get; init; }

        public List<DeconstructionTarget>? Nested { get; init; }
    }

    private List<DeconstructionTarget> Targets(ExpressionSyntax syntax) => syntax switch
    {
        TupleExpressionSyntax tuple => [.. tuple.Arguments.Select(a => Target(a.Expression))],
        DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax many } declaration => [.. many.Variables.Select(v => Target(v, declaration.Type.IsVar ? null : BindType(declaration.Type)))],
        _ => [],
    };

    private DeconstructionTarget Target(ExpressionSyntax syntax)
    {
        switch (syntax)
        {
            case TupleExpressionSyntax:
                return new DeconstructionTarget { Span = syntax.Span, Nested = Targets(syntax) };
            case DeclarationExpressionSyntax declaration:
                return Target(declaration.Designation, declaration.Type.IsVar ? null : BindType(declaration.Type));
            case IdentifierNameSyntax { Name: "_" } when !IsNameInScope("_"):
                return new DeconstructionTarget { Span = syntax.Span, IsDiscard = true };
            default:
                var existing = BindExpression(syntax);
                if (existing is BoundColorColor color)
                    existing = color.Value;
                CheckAssignable(existing, syntax.Span);
                return new DeconstructionTarget { Span = syntax.Span, Existing = existing };
        }
    }

    private static DeconstructionTarget Target(VariableDesignationSyntax designation, TypeSymbol? type) => designation switch
    {
        SingleVariableDesignationSyntax single => new DeconstructionTarget { Span = single.Span, Identifier = single.Identifier, Type = type },
        ParenthesizedVariableDesignationSyntax many => new DeconstructionTarget { Span = many.Span, Nested = [.. many.Variables.Select(v => Target(v, type))] },
        _ => new DeconstructionTarget { Span = designation.Span, IsDiscard = true, Type = type },
    };

    private void DeclareAsErrors(List<DeconstructionTarget> targets)
    {
        foreach (var target in targets)
        {
            if (target.Nested is not null)
                DeclareAsErrors(target.Nested);
            else if (target.Identifier is not null)
                DeclareVariable(target.Identifier, BuiltIn.Error);
        }
    }

    private BoundDeconstructionStep? Deconstruct(BoundPlaceholder input, List<DeconstructionTarget> targets, TextSpan span, BoundTuple? literal = null)
    {
        var parts = SplitInto(input, targets.Count, span, out var call, out var values);
        if (parts.IsDefault)
        {
            foreach (var target in input.Type.IsTuple ? [] : targets.Where(t => t is { Identifier: not null, Type: null }))
                _diagnostics.CannotInferVariable(target.Span, target.Identifier!.ValueText);
            DeclareAsErrors(targets);
            return null;
        }

        var bound = ImmutableArray.CreateBuilder<BoundDeconstructionTarget>();
        var failed = false;
        for (var i = 0; i < targets.Count; i++)
        {
            var target = targets[i];
            if (target.Nested is not null)
            {
                var nested = Deconstruct(parts[i], target.Nested, target.Span);
                failed |= nested is null;
                bound.Add(new BoundDeconstructionTarget(target.Span, null, null, nested));
                continue;
            }

            var type = target.Type ?? parts[i].Type;
            var place = target.Existing
                ?? (target.Identifier is { } identifier ? DeclareVariable(identifier, type) : new BoundDiscard(target.Span, type));
            var value = Convert(parts[i], place.Type, literal is { } made && i < made.Elements.Length ? made.Elements[i].Span : target.Span);
            failed |= value.HasError || place.HasError;
            bound.Add(new BoundDeconstructionTarget(target.Span, place, value, null));
        }

        return failed ? null : new BoundDeconstructionStep(span, input, call, parts, values, bound.ToImmutable());
    }

    /// <summary>The parts of a value: a tuple's fields or what its Deconstruct method hands out; default (reported) when it has neither.</summary>
    private ImmutableArray<BoundPlaceholder> SplitInto(BoundPlaceholder input, int count, TextSpan span, out BoundCall? call, out ImmutableArray<BoundExpression> values)
    {
        call = null;
        values = [];
        var elements = input.Type.TupleElements;
        if (elements.Length > 0)
        {
            if (elements.Length != count)
            {
                _diagnostics.WrongTupleLength(span, elements.Length, count);
                return default;
            }

            values = [.. Enumerable.Range(0, count).Select(i => TupleElementOf(span, input, i))];
            return [.. elements.Select(e => new BoundPlaceholder(span, e.Type))];
        }

        if (FindDeconstruct(input, count, span) is not { } found)
        {
            _diagnostics.NoDeconstruct(input.Span, input.Type, count);
            return default;
        }

        var outs = found.Arguments.TakeLast(count).Select(a => new BoundPlaceholder(span, a.Type)).ToImmutableArray();
        call = found with { Arguments = [.. found.Arguments.SkipLast(count), .. outs] };
        return outs;
    }

    private BoundCall? FindDeconstruct(BoundExpression input, int count, TextSpan span)
    {
        var methods = MemberLookup.Methods(input.Type, "Deconstruct").Where(m => !m.IsStatic && IsAccessible(m)).ToImmutableArray();
        var group = new BoundMethodGroup(span, "Deconstruct", input, methods, []) { TryExtensions = true };
        var arguments = Enumerable.Range(0, count).Select(_ => new Argument(span, new BoundDiscard(span, BuiltIn.None), Symbols.RefKind.Out, null)).ToImmutableArray();
        var result = Quietly(() => InvokeGroup(group, arguments, span), out var diagnostics);
        return diagnostics.HasErrors ? null : result as BoundCall;
    }
}
