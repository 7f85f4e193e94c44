using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Patterns: each is bound against the type of the value that it is to match, and may narrow that type for the next.</summary>
internal sealed partial class Binder
{
    private BoundExpression BindIsPattern(IsPatternExpressionSyntax syntax)
    {
        var operand = RequireTypeOrNull(BindValue(syntax.Expression));
        var input = operand.HasError ? BuiltIn.Error : operand.Type;

        // A bare type is the old operator: it may be false always, which is no error. T? is asked for as T.
        if (PlainType(syntax.Pattern) is { } tested)
            return operand.HasError || tested.IsError ? new BoundBad(syntax.Span, BuiltIn.Boolean) : new BoundIsType(syntax.Span, operand, tested.StripNullable());
        var pattern = BindPattern(syntax.Pattern, input);
        if (operand.HasError || pattern is null)
            return new BoundBad(syntax.Span, BuiltIn.Boolean);
        return pattern is BoundTypePattern { TargetType: var type }
            ? new BoundIsType(syntax.Span, operand, type)
            : new BoundIsPattern(syntax.Span, operand, pattern);
    }

    private TypeSymbol? PlainType(PatternSyntax syntax)
    {
        if (syntax is TypePatternSyntax { Type: var written })
            return BindType(written);
        if (syntax is not ConstantPatternSyntax { Expression: SimpleNameSyntax or MemberAccessExpressionSyntax } name)
            return null;
        var bound = Quietly(() => BindExpression(name.Expression), out _);
        return bound is BoundTypeExpression { Named: var type } ? type : null;
    }

    /// <summary>The pattern, or null when it is wrong (reported); its variables are declared all the same.</summary>
    private BoundPattern? BindPattern(PatternSyntax syntax, TypeSymbol input)
    {
        switch (syntax)
        {
            case DiscardPatternSyntax:
                return new BoundDiscardPattern(syntax.Span, input);
            case ParenthesizedPatternSyntax parenthesized:
                return BindPattern(parenthesized.Pattern, input);
            case ConstantPatternSyntax constant:
                return BindConstantPattern(constant, input);
            case TypePatternSyntax type:
                return TypePattern(syntax.Span, BindType(type.Type), input);
            case DeclarationPatternSyntax declaration:
                return BindDeclarationPattern(declaration, input);
            case VarPatternSyntax var:
                return BindVarPattern(var.Designation, input);
            case RelationalPatternSyntax relational:
                return BindRelationalPattern(relational, input);
            case NotPatternSyntax not:
                return BindPattern(not.Pattern, input) is { } negated ? new BoundNotPattern(syntax.Span, input, negated) : null;
            case BinaryPatternSyntax { IsAnd: true } and:
                var left = BindPattern(and.Left, input);
                var right = BindPattern(and.Right, left is null ? input : NarrowedBy(left));
                return left is null || right is null ? null : new BoundAndPattern(syntax.Span, input, left, right);
            case BinaryPatternSyntax or:
                var (first, second) = (BindPattern(or.Left, input), BindPattern(or.Right, input));
                return first is null || second is null ? null : new BoundOrPattern(syntax.Span, input, first, second);
            case RecursivePatternSyntax recursive:
                return BindRecursivePattern(recursive, input);
            case ListPatternSyntax list:
                return BindListPattern(list, input);
            default:
                _diagnostics.SlicePlace(syntax.Span);
                return null;
        }
    }

    /// <summary>What a value is known to be once the pattern has matched.</summary>
    private static TypeSymbol NarrowedBy(BoundPattern pattern) => pattern switch
    {
        BoundTypePattern type => type.TargetType,
        BoundDeclarationPattern declaration => declaration.TargetType,
        BoundConstantPattern { Value: { Value: not null, Type: var type } } => type,
        BoundRelationalPattern relational => relational.Value.Type,
        BoundRecursivePattern recursive => recursive.NarrowedType,
        BoundListPattern list => list.NarrowedType,
        BoundAndPattern and => NarrowedBy(and.Right),
        BoundOrPattern either when NarrowedBy(either.Left) == NarrowedBy(either.Right) => NarrowedBy(either.Left),
        _ => pattern.InputType,
    };

    private BoundPattern? BindConstantPattern(ConstantPatternSyntax syntax, TypeSymbol input)
    {
        if (Probe is not null)
            NoteExpected(syntax.Expression, input);
        var bound = BindExpression(syntax.Expression);
        if (bound is BoundTypeExpression { Named: var type })
            return TypePattern(syntax.Span, type, input);
        if (bound is BoundColorColor { Value: not BoundLiteral } color)
            return TypePattern(syntax.Span, color.Named, input);
        var value = ConstantFor(AsValue(bound), input, syntax.Span);
        return value is null ? null : new BoundConstantPattern(syntax.Span, input, value);
    }

    /// <summary>A constant in the type in which it is compared with the input.</summary>
    private BoundLiteral? ConstantFor(BoundExpression value, TypeSymbol input, TextSpan span)
    {
        if (value.HasError || input.IsError)
            return null;
        if (value is BoundLiteral { Value: null })
        {
            if (input is { IsValueType: true, IsNullableValue: false })
            {
                _diagnostics.NullToValueType(span, input);
                return null;
            }

            return Literal(span, input, null);
        }

        // Against an object, an interface or a type parameter a constant stands for its own type.
        var target = input.StripNullable();
        bool hasOwnType = !target.IsValueType && !target.IsString;
        bool isText = value.Type.IsString && target.IsRefLike && target.TypeArguments is [{ SpecialType: SpecialType.Char }];
        var converted = hasOwnType || isText ? RequireType(value) : Convert(value, target);
        if (converted.HasError)
            return null;
        if (converted is not BoundLiteral literal)
        {
            _diagnostics.ConstantExpected(span, converted.Type);
            return null;
        }

        return hasOwnType && !CanMatch(span, input, literal.Type) ? null : literal;
    }

    private BoundTypePattern? TypePattern(TextSpan span, TypeSymbol type, TypeSymbol input) =>
        !type.IsError && CanMatch(span, input, type) ? new BoundTypePattern(span, input, type) : null;

    private bool CanMatch(TextSpan span, TypeSymbol input, TypeSymbol type)
    {
        if (input.IsError || type.IsError)
            return false;
        bool isOpen = input is TypeParameterSymbol || type is TypeParameterSymbol || input.IsDynamic;
        if (isOpen || Conversions.StandardExplicit(input, type) is { Exists: true, Kind: not (ConversionKind.Numeric or ConversionKind.Enum) })
            return true;
        if (Conversions.StandardExplicit(input.StripNullable(), type).Kind == ConversionKind.Identity)
            return true;
        _diagnostics.WrongPatternType(span, input, type);
        return false;
    }

    private BoundDeclarationPattern? BindDeclarationPattern(DeclarationPatternSyntax syntax, TypeSymbol input)
    {
        var type = BindType(syntax.Type);
        bool fits = !type.IsError && CanMatch(syntax.Type.Span, input, type);
        var variable = DeclareDesignation(syntax.Designation, type);
        return fits ? new BoundDeclarationPattern(syntax.Span, input, type, variable) : null;
    }

    /// <summary>The variable that a pattern names; null for none and for a discard.</summary>
    private BoundExpression? DeclareDesignation(VariableDesignationSyntax? designation, TypeSymbol type) =>
        designation is SingleVariableDesignationSyntax single ? DeclareVariable(single.Identifier, type) : null;

    private BoundPattern? BindVarPattern(VariableDesignationSyntax designation, TypeSymbol input)
    {
        switch (designation)
        {
            case SingleVariableDesignationSyntax single:
                return new BoundVarPattern(designation.Span, input, DeclareVariable(single.Identifier, input));
            case ParenthesizedVariableDesignationSyntax many:
                return Positional(designation.Span, input, input.StripNullable(), [.. many.Variables.Select(v => (Func<TypeSymbol, BoundPattern?>)(t => BindVarPattern(v, t)))], null, null);
            default:
                return new BoundDiscardPattern(designation.Span, input);
        }
    }

    private BoundRelationalPattern? BindRelationalPattern(RelationalPatternSyntax syntax, TypeSymbol input)
    {
        BinaryOperator? relation = syntax.Operator switch
        {
            BinaryOperatorKind.LessThan => BinaryOperator.Less,
            BinaryOperatorKind.LessThanOrEqual => BinaryOperator.LessOrEqual,
            BinaryOperatorKind.GreaterThan => BinaryOperator.Greater,
            BinaryOperatorKind.GreaterThanOrEqual => BinaryOperator.GreaterOrEqual,
            _ => null,
        };
        if (relation is null)
        {
            _diagnostics.EqualityPattern(syntax.Span);
            return null;
        }

        var value = ConstantFor(BindValue(syntax.Expression), input, syntax.Expression.Span);
        if (value is null)
            return null;
        if (value.Value is null or string or bool)
        {
            _diagnostics.RelationalPatternType(syntax.Span, value.Type);
            return null;
        }

        return new BoundRelationalPattern(syntax.Span, input, relation.Value, value);
    }

    private BoundPattern? BindRecursivePattern(RecursivePatternSyntax syntax, TypeSymbol input)
    {
        var type = syntax.Type is null ? null : BindType(syntax.Type);
        var narrowed = type ?? input.StripNullable();
        bool fits = !input.IsError && !narrowed.IsError && (type is null || CanMatch(syntax.Type!.Span, input, type));
        if (!fits)
            narrowed = BuiltIn.Error;
        ImmutableArray<Func<TypeSymbol, BoundPattern?>>? positional = syntax.Positional is { } subpatterns
            ? [.. subpatterns.Select(s => (Func<TypeSymbol, BoundPattern?>)(t => BindPattern(s.Pattern, t)))]
            : null;
        return Positional(syntax.Span, input, narrowed, positional, syntax.Properties, syntax.Designation);
    }

    private BoundRecursivePattern? Positional(
        TextSpan span,
        TypeSymbol input,
        TypeSymbol narrowed,
        ImmutableArray<Func<TypeSymbol, BoundPattern?>>? positional,
        ImmutableArray<SubpatternSyntax>? properties,
        VariableDesignationSyntax? designation)
    {
        var bound = ImmutableArray.CreateBuilder<BoundSubpattern>();
        bool failed = narrowed.IsError;
        BoundCall? call = null;
        bool isUntyped = positional is not null && (narrowed.IsObject || narrowed.RuntimeType == typeof(System.Runtime.CompilerServices.ITuple));
        if (isUntyped)
            narrowed = LoadedTypes.From(typeof(System.Runtime.CompilerServices.ITuple));
        var value = new BoundPlaceholder(span, narrowed);
        if (positional is { } parts)
        {
            var accesses = failed ? default : isUntyped ? ElementsOfUntyped(value, parts.Length, bound, span) : AccessesOf(value, parts.Length, span, out call);
            failed |= accesses.IsDefault;
            for (int i = 0; i < parts.Length; i++)
            {
                var pattern = parts[i](accesses.IsDefault ? BuiltIn.Error : accesses[i].Type);
                failed |= pattern is null;
                if (pattern is not null && !accesses.IsDefault)
                    bound.Add(new BoundSubpattern(pattern.Span, accesses[i], pattern));
            }
        }

        var members = ImmutableArray.CreateBuilder<BoundSubpattern>();
        if (Probe is not null)
            NoteSubpatterns(properties ?? [], narrowed);
        foreach (var property in properties ?? [])
        {
            var member = BindMemberSubpattern(property, value);
            failed |= member is null;
            if (member is not null)
                members.Add(member);
        }

        var variable = DeclareDesignation(designation, narrowed);
        return failed ? null : new BoundRecursivePattern(span, input, narrowed, value, call, bound.ToImmutable(), members.ToImmutable(), variable);
    }

    private ImmutableArray<BoundExpression> AccessesOf(BoundPlaceholder value, int count, TextSpan span, out BoundCall? call)
    {
        var parts = SplitInto(value, count, span, out call, out var values);
        return parts.IsDefault ? default : values.IsEmpty ? [.. parts] : values;
    }

    /// <summary>An object may be a tuple of any kind: asked for its length first, then for its elements.</summary>
    private ImmutableArray<BoundExpression> ElementsOfUntyped(BoundPlaceholder value, int count, ImmutableArray<BoundSubpattern>.Builder bound, TextSpan span)
    {
        var length = LengthOf(value, span)!;
        bound.Add(new BoundSubpattern(span, length, new BoundConstantPattern(span, length.Type, Literal(span, BuiltIn.Int32, count))));
        return [.. Enumerable.Range(0, count).Select(i => Index(value, [new Argument(span, Literal(span, BuiltIn.Int32, i), Symbols.RefKind.None, null)], span))];
    }

    private BoundSubpattern? BindMemberSubpattern(SubpatternSyntax syntax, BoundPlaceholder value)
    {
        if (syntax.Name is null)
        {
            _diagnostics.PropertyPatternNeedsName(syntax.Span);
            BindPattern(syntax.Pattern, BuiltIn.Error);
            return null;
        }

        var names = new List<SimpleNameSyntax>();
        for (ExpressionSyntax? name = syntax.Name; name is not null; name = (name as MemberAccessExpressionSyntax)?.Expression)
            names.Insert(0, name is MemberAccessExpressionSyntax access ? access.Name : (SimpleNameSyntax)name);
        return MemberSubpattern(names, 0, value, syntax);
    }

    private BoundExpression PatternMember(BoundPlaceholder value, SimpleNameSyntax name)
    {
        if (!MemberLookup.Find(value.Type, name.Name).IsEmpty || value.Type.IsTuple || value.Type.IsDynamic)
            return AsValue(BindMember(value, name, name.Span));
        _diagnostics.UnknownStaticMember(name.Identifier.Span, value.Type, name.Name, Similar(name.Name, MemberNames(value.Type)));
        return Bad(name.Span);
    }

    // { A.B: p } is { A: { B: p } }.
    private BoundSubpattern? MemberSubpattern(List<SimpleNameSyntax> names, int index, BoundPlaceholder value, SubpatternSyntax syntax)
    {
        var access = value.Type.IsError ? Bad(names[index].Span) : PatternMember(value, names[index]);
        var type = access.HasError ? BuiltIn.Error : access.Type;
        if (index == names.Count - 1)
        {
            var pattern = BindPattern(syntax.Pattern, type);
            return pattern is null || access.HasError ? null : new BoundSubpattern(syntax.Span, access, pattern);
        }

        var inner = new BoundPlaceholder(access.Span, type.StripNullable());
        var rest = MemberSubpattern(names, index + 1, inner, syntax);
        return rest is null || access.HasError
            ? null
            : new BoundSubpattern(syntax.Span, access, new BoundRecursivePattern(syntax.Span, type, inner.Type, inner, null, [], [rest], null));
    }

    private BoundListPattern? BindListPattern(ListPatternSyntax syntax, TypeSymbol input)
    {
        var narrowed = input.StripNullable();
        var value = new BoundPlaceholder(syntax.Span, narrowed);
        var length = narrowed.IsError ? null : LengthOf(value, syntax.Span);
        if (length is null && !narrowed.IsError)
            _diagnostics.NotAListPattern(syntax.Span, narrowed);
        var lengthValue = new BoundPlaceholder(syntax.Span, BuiltIn.Int32);
        int sliceAt = -1;
        for (int i = 0; i < syntax.Patterns.Length; i++)
        {
            if (syntax.Patterns[i] is SlicePatternSyntax)
                sliceAt = i;
        }

        bool failed = length is null;
        var elements = ImmutableArray.CreateBuilder<BoundSubpattern>();
        BoundSubpattern? slice = null;
        for (int i = 0; i < syntax.Patterns.Length; i++)
        {
            var element = syntax.Patterns[i];
            int fromEnd = syntax.Patterns.Length - i;
            BoundExpression? access = length is null ? null
                : i == sliceAt ? null
                : sliceAt < 0 || i < sliceAt ? ElementAt(value, Literal(element.Span, BuiltIn.Int32, i), element.Span)
                : ElementAt(value, new BoundBinary(element.Span, BinaryOperator.Subtract, lengthValue, Literal(element.Span, BuiltIn.Int32, fromEnd), null, false, false, BuiltIn.Int32), element.Span);
            if (element is SlicePatternSyntax { Pattern: var inside })
            {
                if (i != sliceAt)
                {
                    _diagnostics.SlicePlace(element.Span);
                    failed = true;
                }
                else if (inside is not null)
                {
                    slice = BindSlice(value, inside, i, fromEnd - 1, length is null);
                    failed |= slice is null;
                }

                continue;
            }

            var pattern = BindPattern(element, access is null || access.HasError ? BuiltIn.Error : access.Type);
            failed |= pattern is null || access is null || access.HasError;
            if (pattern is not null && access is not null)
                elements.Add(new BoundSubpattern(element.Span, access, pattern));
        }

        var variable = DeclareDesignation(syntax.Designation, narrowed);
        return failed ? null : new BoundListPattern(syntax.Span, input, narrowed, value, length!, lengthValue, elements.ToImmutable(), sliceAt >= 0, slice, variable);
    }

    private BoundExpression ElementAt(BoundPlaceholder value, BoundExpression index, TextSpan span) =>
        Index(value, [new Argument(span, index, Symbols.RefKind.None, null)], span);

    private BoundSubpattern? BindSlice(BoundPlaceholder value, PatternSyntax syntax, int before, int after, bool isUnknown)
    {
        var span = syntax.Span;
        var range = BuiltIn.Range.Constructors.First(c => c.Parameters.Length == 2);
        var bounds = new BoundObjectCreation(
            span,
            BuiltIn.Range,
            range,
            [NewIndex(span, Literal(span, BuiltIn.Int32, before), false), NewIndex(span, Literal(span, BuiltIn.Int32, after), true)],
            default,
            null);
        var access = isUnknown ? Bad(span) : ElementAt(value, bounds, span);
        var pattern = BindPattern(syntax, access.HasError ? BuiltIn.Error : access.Type);
        return pattern is null || access.HasError ? null : new BoundSubpattern(span, access, pattern);
    }
}
