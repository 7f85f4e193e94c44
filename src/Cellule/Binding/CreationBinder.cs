using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary><c>new</c> in all its forms, and initializers.</summary>
internal sealed partial class Binder
{
    private BoundExpression BindObjectCreation(ObjectCreationExpressionSyntax syntax)
    {
        var type = BindType(syntax.Type);
        if (Probe is not null && syntax.ArgumentList is { } list)
            NoteCall([.. type.Constructors.Where(c => !c.IsStatic && IsAccessible(c)).Select(c => (c, 0))], list);
        ImmutableArray<Argument> arguments = syntax.ArgumentList is null ? [] : BindArguments(syntax.ArgumentList);
        return Create(type, arguments, syntax.Initializer, syntax.Span, syntax.Type.Span);
    }

    private BoundExpression ConvertNew(UnboundNew @new, TypeSymbol to)
    {
        var type = to.StripNullable();
        var outer = Push(@new.Scope);
        var created = Create(type, @new.Arguments, @new.Initializer, @new.Span, @new.Span);
        _scope = outer;
        return created.HasError ? new BoundBad(@new.Span, to) : Convert(created, to);
    }

    private BoundExpression Create(TypeSymbol type, ImmutableArray<Argument> arguments, InitializerExpressionSyntax? initializer, TextSpan span, TextSpan nameSpan)
    {
        if (type.IsError)
            return new BoundBad(span, type);
        if (type.IsDelegate && arguments is [var single])
            return Convert(single.Expression, type);
        if (type.IsStatic)
            return Fail(() => _diagnostics.StaticCreation(span, type));
        if (type.IsAbstract || type.IsInterface)
            return Fail(() => _diagnostics.AbstractCreation(span, type));
        if (type is TypeParameterSymbol parameter)
        {
            if (!HasDefaultConstructor(parameter))
                return Fail(() => _diagnostics.TypeParameterCreation(span, type));
            return new BoundDefaultCreation(span, type, Initializer(initializer, type, span));
        }

        if (type.IsDelegate)
            return Fail(() => _diagnostics.WrongConstructorArgumentCount(span, SymbolDisplay.Of(type), arguments.Length));
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) && !type.IsEnum)
            return Fail(() => _diagnostics.AbstractCreation(span, type));
        if (arguments.Any(a => a.Expression.Type.IsDynamic))
            return Dynamic(span, DynamicOperationKind.InvokeConstructor, null, [new BoundTypeOf(span, BuiltIn.Type, type)], arguments, type);
        var constructors = type.Constructors.Where(c => !c.IsStatic).ToImmutableArray();
        var accessible = constructors.Where(c => IsAccessible(c)).ToImmutableArray();
        if (arguments.IsEmpty && type.IsValueType && !accessible.Any(c => c.Parameters.All(p => p.IsOptional)))
            return new BoundDefaultCreation(span, type, Initializer(initializer, type, span));
        if (accessible.IsEmpty)
        {
            if (constructors.IsEmpty)
                return Fail(() => _diagnostics.WrongConstructorArgumentCount(nameSpan, SymbolDisplay.Of(type), arguments.Length));
            return Fail(() => _diagnostics.Inaccessible(nameSpan, constructors[0]));
        }

        var chosen = Resolve(accessible, arguments, [], new CallSite(span, nameSpan, SymbolDisplay.Of(type), CallKind.Constructor, type));
        if (chosen is null)
            return Fail(() => { });
        var (values, order) = ArrangeArguments(chosen, arguments, span);
        var bound = Initializer(initializer, type, span);
        CheckRequired(type, (MethodSymbol)chosen.Member, initializer, nameSpan);
        return new BoundObjectCreation(span, type, (MethodSymbol)chosen.Member, values, order, bound);

        BoundExpression Fail(Action report)
        {
            report();
            if (initializer is not null && !type.IsStatic)
                Initializer(initializer, type, span);
            return new BoundBad(span, type);
        }
    }

    private void CheckRequired(TypeSymbol type, MethodSymbol constructor, InitializerExpressionSyntax? initializer, TextSpan span)
    {
        var excuse = typeof(System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute);
        if (constructor.RuntimeMember?.IsDefined(excuse, false) == true || constructor.OriginalDefinition.Attributes.Any(a => a.RuntimeType == excuse))
            return;
        for (var current = type; current is not null && !current.IsObject; current = current.BaseType)
        {
            if (current.OriginalDefinition is LoadedTypeSymbol { RuntimeType: var runtime } && !runtime.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), false))
                continue;
            foreach (var property in current.GetMembers().OfType<PropertySymbol>().Where(p => p.IsRequired))
            {
                if (initializer?.Expressions.OfType<AssignmentExpressionSyntax>().Any(a => a.Left is SimpleNameSyntax name && name.Name == property.Name) != true)
                    _diagnostics.RequiredMember(span, property.Name, type);
            }
        }
    }

    private BoundInitializer? Initializer(InitializerExpressionSyntax? syntax, TypeSymbol type, TextSpan span)
    {
        if (syntax is null)
            return null;
        if (Probe is not null)
            NoteInitializer(syntax, type);
        var target = new BoundPlaceholder(span, type);
        return new BoundInitializer(syntax.Span, target, syntax.Kind == InitializerKind.Object ? ObjectInitializer(syntax, target) : CollectionInitializer(syntax, target));
    }

    private ImmutableArray<BoundExpression> ObjectInitializer(InitializerExpressionSyntax syntax, BoundPlaceholder target)
    {
        var elements = ImmutableArray.CreateBuilder<BoundExpression>();
        foreach (var expression in syntax.Expressions)
        {
            if (expression is not AssignmentExpressionSyntax { Operator: null } assignment)
            {
                _diagnostics.InitializerMember(expression.Span);
                continue;
            }

            var member = InitializedMember(assignment.Left, target);
            if (member.HasError)
            {
                if (assignment.Right is not InitializerExpressionSyntax)
                    BindValue(assignment.Right);
                continue;
            }

            if (assignment.Right is InitializerExpressionSyntax { Kind: not InitializerKind.Array } nested)
            {
                elements.Add(new BoundNestedInitializer(assignment.Span, member, Initializer(nested, member.Type, nested.Span)!));
                continue;
            }

            var saved = _inInitializer;
            _inInitializer = true;
            var ok = CheckAssignable(member, assignment.Left.Span);
            _inInitializer = saved;
            if (member is BoundDynamic dynamic)
            {
                elements.Add(DynamicAssign(dynamic, RequireTypeOrNull(BindValue(assignment.Right)), assignment.Span));
                continue;
            }

            var value = assignment.Right is InitializerExpressionSyntax array && member.Type is ArrayTypeSymbol arrayType
                ? ArrayFromInitializer(array, arrayType)
                : BindConverted(assignment.Right, member.Type);
            if (ok && !value.HasError)
                elements.Add(new BoundAssignment(assignment.Span, member, value));
        }

        return elements.ToImmutable();
    }

    private BoundExpression InitializedMember(ExpressionSyntax left, BoundPlaceholder target)
    {
        if (left is ImplicitElementAccessSyntax access)
            return Index(target, BindArguments(access.ArgumentList), access.Span);
        if (left is not SimpleNameSyntax name)
        {
            _diagnostics.NotAssignable(left.Span);
            return Bad(left.Span);
        }

        if (target.Type.IsDynamic)
            return BindInstanceMember(target, name, name.Span, []);
        if (target.Type.IsTuple && TupleMember(target, name.Name, name.Span) is { } element)
            return element;
        var members = MemberLookup.Find(target.Type, name.Name);
        if (members.IsEmpty)
        {
            _diagnostics.UnknownInitializerMember(name.Span, target.Type, name.Name, Similar(name.Name, MemberNames(target.Type)));
            return Bad(left.Span);
        }

        var member = Member(name, name.Span, target, target.Type, members, [], implicitThis: false);
        return member is BoundEventAccess ? AsValue(member) : member;
    }

    private ImmutableArray<BoundExpression> CollectionInitializer(InitializerExpressionSyntax syntax, BoundPlaceholder target)
    {
        if (syntax.Expressions.IsEmpty)
            return [];
        if (!target.Type.IsDynamic && !Conversions.Inherits(target.Type, LoadedTypes.From(typeof(System.Collections.IEnumerable))))
        {
            _diagnostics.NotACollection(syntax.Span, target.Type);
            return [];
        }

        var elements = ImmutableArray.CreateBuilder<BoundExpression>();
        foreach (var expression in syntax.Expressions)
        {
            var values = expression is InitializerExpressionSyntax complex ? complex.Expressions : [expression];
            var arguments = values.Select(v => new Argument(v.Span, BindValue(v), Symbols.RefKind.None, null)).ToImmutableArray();
            var methods = MemberLookup.Methods(target.Type, "Add").Where(m => !m.IsStatic && IsAccessible(m, target.Type)).ToImmutableArray();
            var group = new BoundMethodGroup(expression.Span, "Add", target, methods, []) { TryExtensions = true };
            var element = Quietly(() => InvokeGroup(group, arguments, expression.Span), out var errors);
            if (errors.FirstOrDefault(d => d.Id == "CS1503") is { } wrong)
                _diagnostics.WrongElement(wrong.Span, target.Type, wrong.Message);
            else
                _diagnostics.AddRange(errors);
            elements.Add(element);
        }

        return elements.ToImmutable();
    }

    private BoundExpression BindAnonymousObject(AnonymousObjectCreationExpressionSyntax syntax)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var values = ImmutableArray.CreateBuilder<BoundExpression>();
        foreach (var member in syntax.Members)
        {
            var value = BindTyped(member.Expression);
            var name = member.Name?.ValueText ?? InferredName(member.Expression);
            if (name is null)
            {
                _diagnostics.InvalidAnonymousMember(member.Span);
                return Bad(syntax.Span);
            }

            if (value.Type.IsVoid)
            {
                _diagnostics.VoidVariable(member.Span);
                return Bad(syntax.Span);
            }

            if (names.Contains(name))
                _diagnostics.DuplicateAnonymousMember(member.Span, name);
            names.Add(name);
            values.Add(value);
        }

        if (values.Any(v => v.HasError))
            return Bad(syntax.Span);
        var type = _session.AnonymousTypes.Get(names.ToImmutable(), [.. values.Select(v => v.Type)]);
        return new BoundObjectCreation(syntax.Span, type, type.Constructors[0], values.ToImmutable(), default, null);
    }

    private BoundExpression BindWith(WithExpressionSyntax syntax)
    {
        var receiver = BindTyped(syntax.Expression);
        if (receiver.HasError)
            return Bad(syntax.Span);
        var type = receiver.Type;
        MethodSymbol? clone = null;
        if (!type.IsValueType && !type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal))
        {
            clone = MemberLookup.Methods(type, "<Clone>$").FirstOrDefault();
            if (clone is null)
            {
                _diagnostics.NotARecord(syntax.Expression.Span, type);
                return Bad(syntax.Span);
            }
        }

        if (Probe is not null)
            NoteInitializer(syntax.Initializer, type);
        var target = new BoundPlaceholder(syntax.Span, type);
        if (clone is null && !type.IsValueType)
            return AnonymousWith(syntax, receiver);
        var elements = ObjectInitializer(syntax.Initializer, target);
        return new BoundWith(syntax.Span, receiver, clone, new BoundInitializer(syntax.Initializer.Span, target, elements), type);
    }

    // An anonymous object has no setters: a new one is made from the old one's values and the given ones.
    private BoundExpression AnonymousWith(WithExpressionSyntax syntax, BoundExpression receiver)
    {
        var local = Temporary(receiver.Type);
        var use = new BoundLocal(receiver.Span, local);
        var given = new Dictionary<string, ExpressionSyntax>(StringComparer.Ordinal);
        foreach (var assignment in syntax.Initializer.Expressions.OfType<AssignmentExpressionSyntax>())
        {
            if (assignment.Left is SimpleNameSyntax name)
                given[name.Name] = assignment.Right;
        }

        var values = receiver.Type.GetMembers().OfType<PropertySymbol>()
            .Select(p => given.TryGetValue(p.Name, out var value) ? BindConverted(value, p.Type) : PropertyOf(syntax.Span, use, p)).ToImmutableArray<BoundExpression>();
        var creation = new BoundObjectCreation(syntax.Span, receiver.Type, receiver.Type.Constructors[0], values, default, null);
        return new BoundSequence(syntax.Span, [local], [new BoundAssignment(syntax.Span, use, receiver)], creation);
    }

    private BoundExpression BindArrayCreation(ArrayCreationExpressionSyntax syntax)
    {
        var element = BindType(syntax.Type.ElementType);
        var ranks = syntax.Type.RankSpecifiers;
        for (var i = ranks.Length - 1; i >= 1; i--)
            element = element.MakeArray(ranks[i].Rank);
        if (element.IsError)
            return Bad(syntax.Span);
        var type = element.MakeArray(ranks[0].Rank);
        var sizes = ranks[0].Sizes.Select(BindSize).ToImmutableArray();
        if (syntax.Initializer is not null)
        {
            var array = ArrayFromInitializer(syntax.Initializer, type);
            if (array is BoundArrayCreation made)
            {
                for (var i = 0; i < sizes.Length; i++)
                {
                    if (made.Dimensions[i] is BoundLiteral { Value: int actual } && (sizes[i] is not BoundLiteral { Value: int wanted } || wanted != actual))
                    {
                        if (sizes[i] is BoundLiteral { Value: int count })
                            _diagnostics.WrongArrayLength(syntax.Initializer.Span, count);
                        else if (!sizes[i].HasError)
                            _diagnostics.ConstantExpected(sizes[i].Span);
                        return Bad(syntax.Span);
                    }
                }
            }

            return array with { Span = syntax.Span };
        }

        return sizes.Any(s => s.HasError) ? new BoundBad(syntax.Span, type) : new BoundArrayCreation(syntax.Span, type, sizes, default);
    }

    private BoundExpression BindSize(ExpressionSyntax syntax)
    {
        var size = BindValue(syntax);
        if (size is BoundLiteral { Value: int and < 0 })
            _diagnostics.NegativeArraySize(syntax.Span);
        foreach (var type in (TypeSymbol[])[BuiltIn.Int32, BuiltIn.UInt32, BuiltIn.Int64, BuiltIn.UInt64])
        {
            if (Classify(size, type).Exists)
                return Convert(size, type);
        }

        return Convert(size, BuiltIn.Int32);
    }

    /// <summary>An array of nested braces, row by row.</summary>
    private BoundExpression ArrayFromInitializer(InitializerExpressionSyntax syntax, ArrayTypeSymbol type)
    {
        var elements = ImmutableArray.CreateBuilder<BoundExpression>();
        var lengths = new int[type.Rank];
        Array.Fill(lengths, -1);
        var ok = Fill(syntax, 0);
        for (var i = 0; i < lengths.Length; i++)
            lengths[i] = Math.Max(lengths[i], 0);
        if (!ok || elements.Any(e => e.HasError))
            return new BoundBad(syntax.Span, type);
        return new BoundArrayCreation(syntax.Span, type, [.. lengths.Select(l => Literal(syntax.Span, BuiltIn.Int32, l))], elements.ToImmutable());

        bool Fill(InitializerExpressionSyntax level, int depth)
        {
            if (lengths[depth] >= 0 && lengths[depth] != level.Expressions.Length)
            {
                _diagnostics.WrongArrayLength(level.Span, lengths[depth]);
                return false;
            }

            lengths[depth] = level.Expressions.Length;
            foreach (var expression in level.Expressions)
            {
                if (depth < type.Rank - 1)
                {
                    if (expression is not InitializerExpressionSyntax inner)
                    {
                        _diagnostics.WrongArrayLength(expression.Span, lengths[depth]);
                        return false;
                    }

                    if (!Fill(inner, depth + 1))
                        return false;
                }
                else if (expression is InitializerExpressionSyntax nested && type.ElementType is ArrayTypeSymbol elementType)
                {
                    elements.Add(ArrayFromInitializer(nested, elementType));
                }
                else
                {
                    elements.Add(BindConverted(expression, type.ElementType));
                }
            }

            return true;
        }
    }

    private BoundExpression BindImplicitArray(ImplicitArrayCreationExpressionSyntax syntax)
    {
        var leaves = new List<ExpressionSyntax>();
        Collect(syntax.Initializer, 1);
        var values = leaves.ConvertAll(BindValue);
        if (values.Exists(v => v.HasError))
            return Bad(syntax.Span);
        var type = BestCommonType(values);
        if (type is null || type.IsVoid)
        {
            _diagnostics.ArrayWithoutType(syntax.Span);
            return Bad(syntax.Span);
        }

        var lengths = new List<int>();
        for (ExpressionSyntax? level = syntax.Initializer; level is InitializerExpressionSyntax braces && lengths.Count < syntax.Rank; level = braces.Expressions.FirstOrDefault())
            lengths.Add(braces.Expressions.Length);
        return new BoundArrayCreation(syntax.Span, type.MakeArray(syntax.Rank), [.. lengths.Select(l => Literal(syntax.Span, BuiltIn.Int32, l))], [.. values.Select(v => Convert(v, type))]);

        void Collect(InitializerExpressionSyntax braces, int depth)
        {
            foreach (var expression in braces.Expressions)
            {
                if (depth < syntax.Rank && expression is InitializerExpressionSyntax inner)
                    Collect(inner, depth + 1);
                else
                    leaves.Add(expression);
            }
        }
    }

    private BoundExpression BindStackAlloc(StackAllocExpressionSyntax syntax)
    {
        ImmutableArray<BoundExpression> values = syntax.Initializer is null ? default : [.. syntax.Initializer.Expressions.Select(BindValue)];
        TypeSymbol element;
        BoundExpression count;
        if (syntax.Type is ArrayTypeSyntax array)
        {
            element = BindType(array.ElementType);
            count = array.RankSpecifiers[0].Sizes.IsEmpty ? Literal(syntax.Span, BuiltIn.Int32, values.IsDefault ? 0 : values.Length) : BindConverted(array.RankSpecifiers[0].Sizes[0], BuiltIn.Int32);
        }
        else
        {
            element = values.IsDefault ? BuiltIn.Error : BestCommonType(values) ?? BuiltIn.Error;
            count = Literal(syntax.Span, BuiltIn.Int32, values.IsDefault ? 0 : values.Length);
        }

        if (element.IsError)
            return Bad(syntax.Span);
        if (!values.IsDefault)
            values = [.. values.Select(v => Convert(v, element))];
        return new UnboundStackAlloc(syntax.Span, element, count, values, LoadedTypes.Definition(typeof(Span<>)).Construct(element));
    }
}
