using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;
using RefKind = Cellule.Symbols.RefKind;
using SyntaxRefKind = Cellule.Syntax.RefKind;

namespace Cellule.Binding;

/// <summary>Calls: of methods, extension methods and delegates, with their arguments put in parameter order.</summary>
internal sealed partial class Binder
{
    private BoundExpression BindInvocation(InvocationExpressionSyntax syntax)
    {
        var callee = BindCallee(syntax.Expression);
        if (callee is BoundLiteral && syntax.Expression is MemberAccessExpressionSyntax { Name: var constant })
        {
            _diagnostics.NotInvocable(constant.Span, constant.Name);
            return Bad(syntax.Span);
        }

        if (Probe is not null)
            NoteCall(callee, syntax.ArgumentList);
        var arguments = BindArguments(syntax.ArgumentList);
        return Invoke(callee, arguments, syntax.Span);
    }

    // What can't be called doesn't hide what can: list.Count(x => …) is the extension method.
    private BoundExpression BindCallee(ExpressionSyntax syntax)
    {
        var callee = BindExpression(syntax);
        if (callee is not (BoundProperty { Arguments.IsEmpty: true } or BoundField) || callee.Type.IsDelegate || callee.Type.IsDynamic || callee.Type.IsError)
            return callee;
        var (receiver, name) = (callee, syntax) switch
        {
            (BoundProperty property, MemberAccessExpressionSyntax access) => (property.Receiver, access.Name),
            (BoundField access, MemberAccessExpressionSyntax member) => (access.Receiver, member.Name),
            (BoundProperty property, MemberBindingExpressionSyntax binding) => (property.Receiver, binding.Name),
            _ => default,
        };
        return receiver is not null && HasExtension(name.Name)
            ? new BoundMethodGroup(callee.Span, name.Name, receiver, [], BindTypeArguments(name)) { TryExtensions = true, NameSpan = name.Identifier.Span }
            : callee;
    }

    private BoundExpression Invoke(BoundExpression callee, ImmutableArray<Argument> arguments, TextSpan span)
    {
        switch (callee)
        {
            case BoundMethodGroup group:
                return InvokeGroup(group, arguments, span);
            case BoundDynamic { Kind: DynamicOperationKind.GetMember } member:
                return Dynamic(span, DynamicOperationKind.InvokeMember, member.Name, [member.Operands[0]], arguments, BuiltIn.Dynamic, member.TypeArguments);
            case BoundTypeExpression { Named: { IsError: false } type }:
                _diagnostics.TypeInvoked(callee.Span, type);
                return Bad(span);
            case BoundTypeExpression or BoundNamespace:
                AsValue(callee);
                return Bad(span);
        }

        callee = AsValue(callee);
        if (callee.HasError)
            return Bad(span);
        if (callee is UnboundLambda)
            callee = RequireType(callee);
        if (callee.Type.IsDynamic)
            return Dynamic(span, DynamicOperationKind.Invoke, null, [callee], arguments, BuiltIn.Dynamic);
        if (callee.Type.DelegateInvoke is not { } invoke)
        {
            if (callee is BoundField or BoundProperty or BoundLocal or BoundParameter)
                _diagnostics.NotInvocable(callee is BoundField or BoundProperty ? new TextSpan(callee.Span.End - NameOf(callee).Length, NameOf(callee).Length) : callee.Span, NameOf(callee));
            else
                _diagnostics.NotAMethod(callee.Span);
            return Bad(span);
        }

        var result = Resolve([invoke], arguments, [], new CallSite(span, callee.Span, callee.Type.Name, CallKind.Delegate, callee.Type));
        return result is null ? Bad(span) : MakeCall(span, callee, result, arguments, false);
    }

    private static string NameOf(BoundExpression expression) => expression switch
    {
        BoundLocal local => local.Local.Name,
        BoundParameter parameter => parameter.Parameter.Name,
        BoundField f => f.Field.Name,
        BoundProperty property => property.Property.Name,
        BoundMethodGroup group => group.Name,
        BoundCall call => call.Method.Name,
        _ => "expression",
    };

    private BoundExpression InvokeGroup(BoundMethodGroup group, ImmutableArray<Argument> arguments, TextSpan span)
    {
        if (arguments.Any(a => a.Expression.Type.IsDynamic) && !(group.Methods.IsEmpty && group.TryExtensions))
            return InvokeDynamically(group, arguments, span);
        var site = new CallSite(span, group.NameSpan, group.Name, CallKind.Method, group.Receiver?.Type) { ReceiverSpan = group.Receiver?.Span };
        Resolution? failure = null;
        if (!group.Methods.IsEmpty)
        {
            var result = TryResolve(group.Methods, arguments, group.TypeArguments, false, out failure);
            if (result is not null)
                return CallInstanceOrStatic(group, result, arguments, span);
        }

        if (group is { TryExtensions: true, Receiver: { } receiver })
        {
            ImmutableArray<Argument> all = [new Argument(receiver.Span, receiver, RefKind.None, null), .. arguments];
            foreach (var candidates in ExtensionScopes(group.Name))
            {
                var result = TryResolve(candidates, all, group.TypeArguments, true, out var extensionFailure);
                if (result is not null)
                    return MakeCall(span, null, result, all, false);
                failure = Better(failure, extensionFailure);
            }

            if (failure is null)
            {
                _diagnostics.UnknownMember(group.NameSpan, receiver.Type, group.Name, Similar(group.Name, MemberNames(receiver.Type)));
                return Bad(span);
            }
        }

        ReportFailure(failure!, arguments, site);
        return Bad(span);
    }

    private static Resolution? Better(Resolution? first, Resolution? second) =>
        first is null ? second : second is null || first.Rank >= second.Rank ? first : second;

    private BoundExpression CallInstanceOrStatic(BoundMethodGroup group, Candidate result, ImmutableArray<Argument> arguments, TextSpan span)
    {
        var method = (MethodSymbol)result.Member;
        var receiver = group.Receiver;
        if (method.ObsoleteError is { } obsolete)
            _diagnostics.Obsolete(group.Span, method, obsolete);
        if (method.IsStatic)
        {
            if (receiver is not null and not BoundThis && group.TryExtensions)
            {
                _diagnostics.StaticFromInstance(group.Span, method);
                return Bad(span);
            }

            receiver = null;
        }
        else if (receiver is null && method.ContainingType is not null)
        {
            _diagnostics.InstanceFromStatic(group.Span, method);
            return Bad(span);
        }

        if (group.NonVirtual && method.IsAbstract)
            _diagnostics.AbstractBaseMember(group.Span, method);
        var call = MakeCall(span, receiver, result, arguments, group.NonVirtual);
        return method.IsStatic && group.ConstrainedTo is not null && call is BoundCall plain ? plain with { ConstrainedTo = group.ConstrainedTo } : call;
    }

    private BoundExpression MakeCall(TextSpan span, BoundExpression? receiver, Candidate candidate, ImmutableArray<Argument> arguments, bool nonVirtual)
    {
        var method = (MethodSymbol)candidate.Member;
        var (values, order) = ArrangeArguments(candidate, arguments, span);
        return new BoundCall(span, receiver, method, values, order, nonVirtual, method.ReturnType);
    }

    /// <summary>Arguments in parameter order: converted, defaults filled in, params packed.</summary>
    private (ImmutableArray<BoundExpression> Values, ImmutableArray<int> Order) ArrangeArguments(Candidate candidate, ImmutableArray<Argument> arguments, TextSpan span)
    {
        var parameters = candidate.Parameters;
        var values = new BoundExpression?[parameters.Length];
        var order = new List<int>(parameters.Length);
        ImmutableArray<BoundExpression>.Builder? packed = null;
        var paramsIndex = candidate.Expanded ? parameters.Length - 1 : -1;
        for (var i = 0; i < arguments.Length; i++)
        {
            var target = candidate.Map[i];
            if (target == paramsIndex)
            {
                if (packed is null)
                {
                    packed = ImmutableArray.CreateBuilder<BoundExpression>();
                    order.Add(target);
                }

                packed.Add(Convert(arguments[i].Expression, candidate.ElementType!));
                continue;
            }

            order.Add(target);
            if (candidate.Conversions[i].Kind == ConversionKind.InterpolatedString && parameters[target].RefKind == RefKind.Ref)
            {
                _handlerArguments = HandlerArguments(parameters[target], parameters, arguments, candidate.Map);
                values[target] = ConvertInterpolation((UnboundInterpolation)arguments[i].Expression, parameters[target].Type);
                _handlerArguments = [];
                continue;
            }

            values[target] = PassArgument(arguments[i], parameters[target]);
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            if (i == paramsIndex)
            {
                values[i] = PackParams(parameters[i], candidate.ElementType!, packed?.ToImmutable() ?? [], span);
                if (packed is null)
                    order.Add(i);
            }
            else if (values[i] is null)
            {
                values[i] = DefaultArgument(parameters[i], candidate, arguments, span);
                order.Add(i);
            }
        }

        var inOrder = true;
        for (var i = 0; i < order.Count; i++)
            inOrder &= order[i] == i;
        return ([.. values!], inOrder ? default : [.. order]);
    }

    private BoundExpression PackParams(ParameterSymbol parameter, TypeSymbol elementType, ImmutableArray<BoundExpression> elements, TextSpan span)
    {
        if (parameter.Type is ArrayTypeSymbol array)
        {
            // An empty params array is the shared empty one.
            return elements.IsEmpty && elementType.TypeKind != TypeKind.Pointer
                ? Call(span, null, WellKnown(typeof(Array), "Empty").Construct([elementType])) with { Type = array }
                : new BoundArrayCreation(span, array, [], elements);
        }

        return Convert(new UnboundCollection(span, [.. elements.Select(e => (e, false))]), parameter.Type);
    }

    private BoundExpression PassArgument(Argument argument, ParameterSymbol parameter)
    {
        switch (parameter.RefKind)
        {
            case RefKind.Out:
                switch (argument.Expression)
                {
                    case UnboundOutVariable variable:
                        return DeclareVariable(variable.Identifier, parameter.Type, scope: variable.Scope);
                    case BoundDiscard:
                        return new BoundDiscard(argument.Span, parameter.Type);
                }

                CheckAssignable(argument.Expression, argument.Span, byRef: true);
                return argument.Expression;
            case RefKind.Ref:
                CheckAssignable(argument.Expression, argument.Span, byRef: true);
                return argument.Expression;
            case RefKind.In when argument.RefKind != RefKind.None || (IsLvalue(argument.Expression) && argument.Expression.Type == parameter.Type):
                return AsValue(argument.Expression);
            default:
                return Convert(argument.Expression, parameter.Type);
        }
    }

    private BoundExpression DefaultArgument(ParameterSymbol parameter, Candidate candidate, ImmutableArray<Argument> arguments, TextSpan span)
    {
        var type = parameter.Type;
        switch (parameter.CallerInfo)
        {
            case CallerInfoKind.LineNumber:
                return Convert(Literal(span, BuiltIn.Int32, _source.PositionOf(span.Start).Line), type);
            case CallerInfoKind.FilePath:
                return Convert(Literal(span, BuiltIn.String, _source.Name), type);
            case CallerInfoKind.MemberName:
                return Convert(Literal(span, BuiltIn.String, Body.Method?.Name ?? ""), type);
            case CallerInfoKind.ArgumentExpression:
                for (var i = 0; i < arguments.Length; i++)
                {
                    if (candidate.Parameters[candidate.Map[i]].Name == parameter.CallerArgument)
                        return Convert(Literal(span, BuiltIn.String, _source.ToString(arguments[i].Span)), type);
                }

                break;
        }

        return ConstantOf(span, type, parameter.DefaultValue);
    }

    /// <summary>A constant from metadata as an expression of a type; null stands for the default.</summary>
    private static BoundExpression ConstantOf(TextSpan span, TypeSymbol type, object? value)
    {
        if (value is null)
            return DefaultOf(span, type);
        if (type.IsNullableValue)
            return new BoundConversion(span, ConstantOf(span, type.StripNullable(), value), ConversionKind.NullableWrap, type);
        if (type.IsEnum || type.SpecialType is >= SpecialType.Boolean and <= SpecialType.String)
        {
            var special = type.IsEnum ? type.EnumUnderlyingType!.SpecialType : type.SpecialType;
            return Literal(span, type, special is SpecialType.String or SpecialType.Boolean ? value : ConstantFolding.Convert(value, special, false));
        }

        var own = LoadedTypes.From(value.GetType());
        return type.IsObject || type.IsInterface ? new BoundConversion(span, Literal(span, own, value), own.IsValueType ? ConversionKind.Boxing : ConversionKind.Reference, type) : new BoundDefault(span, type);
    }

    private ImmutableArray<Argument> BindArguments(ArgumentListSyntax list)
    {
        if (list.Arguments.IsEmpty)
            return [];
        var result = ImmutableArray.CreateBuilder<Argument>(list.Arguments.Length);
        foreach (var syntax in list.Arguments)
            result.Add(BindArgument(syntax));
        return result.MoveToImmutable();
    }

    private Argument BindArgument(ArgumentSyntax syntax)
    {
        var kind = syntax.RefKind switch
        {
            SyntaxRefKind.Ref => RefKind.Ref,
            SyntaxRefKind.Out => RefKind.Out,
            SyntaxRefKind.In or SyntaxRefKind.RefReadOnly => RefKind.In,
            _ => RefKind.None,
        };
        BoundExpression value;
        if (kind == RefKind.Out && syntax.Expression is DeclarationExpressionSyntax declaration)
            value = BindOutDeclaration(declaration);
        else if (kind == RefKind.Out && syntax.Expression is IdentifierNameSyntax { Name: "_" } name && !IsNameInScope("_"))
            value = new BoundDiscard(name.Span, BuiltIn.None);
        else
            value = kind == RefKind.None ? BindValue(syntax.Expression) : BindExpression(syntax.Expression) is BoundColorColor color ? color.Value : BindLvalue(syntax.Expression);
        return new Argument(syntax.Expression.Span, value, kind, syntax.Name?.ValueText) { NameSpan = syntax.Name?.Span ?? syntax.Expression.Span };
    }

    // Bound once above only to see what it is; a lvalue binds without side effects on the binder.
    private BoundExpression BindLvalue(ExpressionSyntax syntax) => BindExpression(syntax) switch
    {
        BoundColorColor color => color.Value,
        BoundTypeExpression or BoundNamespace or BoundEventAccess => AsValue(BindExpression(syntax)),
        var other => other,
    };

    private BoundExpression BindOutDeclaration(DeclarationExpressionSyntax declaration)
    {
        var isVar = declaration.Type.IsVar;
        var type = isVar ? BuiltIn.None : BindType(declaration.Type);
        switch (declaration.Designation)
        {
            case DiscardDesignationSyntax:
                return new BoundDiscard(declaration.Span, type);
            case SingleVariableDesignationSyntax single when isVar:
                return new UnboundOutVariable(declaration.Span, single.Identifier, _scope);
            case SingleVariableDesignationSyntax single:
                return DeclareVariable(single.Identifier, type);
            default:
                _diagnostics.RefNotVariable(declaration.Span);
                return Bad(declaration.Span);
        }
    }

    private bool IsNameInScope(string name)
    {
        for (var scope = _scope; scope is not null; scope = scope.Parent)
        {
            if (scope.Find(name) is not null)
                return true;
        }

        return _session.FindVariable(name) is not null;
    }
}
