using System.Collections.Immutable;
using Cellule.Binding;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <summary>
/// From the bound tree to the small language of <c>Ir</c>. This part holds what lowering one function needs and tells the
/// constructs apart; each construct that takes more than a line has its own file.
/// </summary>
internal sealed partial class Lowerer
{
    private readonly Dictionary<Symbol, IrVariable> _variables = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<LabelSymbol, IrLabel> _labels = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<BoundPlaceholder, IrExpression> _placeholders = new(ReferenceEqualityComparer.Instance);
    private FunctionScope _scope = new(null, false, BuiltIn.Void);
    private int _temporaries;

    /// <summary>What the enclosing function decides about its statements.</summary>
    /// <param name="ThisType">The type whose instance <c>this</c> is.</param>
    /// <param name="BlocksOnAwait">The cell's own statements: they wait on their thread.</param>
    /// <param name="ReturnType">As declared, a task for async functions.</param>
    private sealed record FunctionScope(TypeSymbol? ThisType, bool BlocksOnAwait, TypeSymbol ReturnType)
    {
        public bool ReturnsByRef { get; init; }

        /// <summary>Read-only fields of <see cref="Owner"/> may still change here.</summary>
        public bool IsConstructor { get; init; }

        /// <summary>A struct's member that doesn't change it.</summary>
        public bool IsReadOnly { get; init; }

        /// <summary>The type whose member this is.</summary>
        public TypeSymbol? Owner { get; init; }

        /// <summary>Fields that hold primary constructor parameters, outside of that constructor.</summary>
        public IReadOnlyDictionary<ParameterSymbol, FieldSymbol>? CapturedParameters { get; init; }
    }

    private IrExpression Lower(BoundExpression node) => node switch
    {
        BoundLiteral n => Literal(n.Value, n.Type),
        BoundDefault n => new IrDefault(n.Type),
        BoundTypeOf n => new IrTypeOf(n.Operand, n.Type),
        BoundSizeOf n => new IrSizeOf(n.Operand, n.Type),
        BoundPlaceholder n => _placeholders[n],
        BoundLocal n => new IrLocal(Variable(n.Local)),
        BoundParameter n => Parameter(n.Parameter),
        BoundThis n => new IrThis(n.Type),
        BoundField n => new IrField(n.Receiver is null ? null : Lower(n.Receiver), n.Field),
        BoundProperty n => Getter(n),
        BoundArrayAccess n => new IrElement(Lower(n.Array), Lower(n.Indices), n.Type),
        BoundCall n => Call(n),
        BoundDiscard n => new IrLocal(Temporary(n.Type)),
        BoundObjectCreation n => Creation(n),
        BoundDefaultCreation n => DefaultCreation(n),
        BoundNestedInitializer n => NestedInitializer(n),
        BoundWith n => With(n),
        BoundArrayCreation n => ArrayCreation(n),
        BoundStackAlloc n => StackAlloc(n),
        BoundCollectionExpression n => Collection(n),
        BoundAssignment n => Assignment(n),
        BoundCompoundAssignment n => CompoundAssignment(n),
        BoundNullCoalescingAssignment n => CoalescingAssignment(n),
        BoundNullCoalescing n => Coalescing(n),
        BoundConditionalAccess n => ConditionalAccess(n),
        BoundConditional n => new IrConditional(Lower(n.Condition), Lower(n.WhenTrue), Lower(n.WhenFalse), n.Type),
        BoundUnary n => Unary(n),
        BoundBinary n => Binary(n),
        BoundConversion n => Conversion(n),
        BoundLiftedConversion n => LiftedConversion(n),
        BoundTupleConversion n => TupleConversion(n),
        BoundTuple n => NewTuple(n.Type, Lower(n.Elements)),
        BoundDelegateCreation n => DelegateCreation(n),
        BoundLambda n => Lambda(n),
        BoundExpressionTree n => ExpressionTree(n),
        BoundIsType n => IsType(n),
        BoundAs n => As(n),
        BoundIsPattern n => IsPattern(n),
        BoundSwitchExpression n => SwitchExpression(n),
        BoundInterpolatedString n => InterpolatedString(n),
        BoundAwait n => Await(Lower(n.Operand), n.Info, n.Type),
        BoundThrowExpression n => new IrThrowExpression(Lower(n.Exception), n.Type),
        BoundSequence n => Make.Sequence(n.SideEffects.Select(e => Make.Do(Lower(e))), Lower(n.Value)),
        BoundDeconstruction n => Deconstruction(n),
        BoundDynamic n => Dynamic(n),
        _ => throw new InvalidOperationException($"No lowering of {node.GetType().Name}."),
    };

    private IrStatement Lower(BoundStatement node) => node switch
    {
        BoundBlock n => Block(n),
        BoundExpressionStatement { Expression: BoundCall { Method.IsConditional: true } } => IrBlock.Of(),
        BoundExpressionStatement n => Make.Do(Lower(n.Expression)),
        BoundLocalDeclaration n => LocalDeclaration(n),
        BoundStatementList n => new IrBlock([], [.. n.Statements.Select(Statement)]),
        BoundLocalFunction n => new IrLocalFunction(Function(n.Symbol, n.Body, n.Symbol.Name, _scope.ThisType)),
        BoundNop => IrBlock.Of(),
        BoundIf n => If(n),
        BoundWhile n => While(n),
        BoundDo n => DoWhile(n),
        BoundFor n => For(n),
        BoundForEach n => ForEach(n),
        BoundSwitch n => Switch(n),
        BoundTry n => Try(n),
        BoundUsing n => Using(n),
        BoundLock n => Lock(n),
        BoundReturn n => new IrReturn(n.Value is null ? null : n.RefKind != RefKind.None ? new IrAddress(Lower(n.Value)) : Lower(n.Value)),
        BoundThrow n => new IrThrow(n.Exception is null ? null : Lower(n.Exception)),
        BoundYieldReturn n => new IrYield(Lower(n.Value)),
        BoundYieldBreak => new IrYield(null),
        BoundGoto n => new IrGoto(Label(n.Label)),
        BoundLabel n => new IrMark(Label(n.Label)),
        _ => throw new InvalidOperationException($"No lowering of {node.GetType().Name}."),
    };

    private ImmutableArray<IrExpression> Lower(ImmutableArray<BoundExpression> nodes)
    {
        var result = ImmutableArray.CreateBuilder<IrExpression>(nodes.Length);
        foreach (var node in nodes)
            result.Add(Lower(node));
        return result.MoveToImmutable();
    }

    private static IrExpression Literal(object? value, TypeSymbol type) =>
        value is null && !type.IsReferenceType ? new IrDefault(type) : new IrConstant(value, type);

    private IrVariable Variable(LocalSymbol local)
    {
        if (!_variables.TryGetValue(local, out var variable))
            _variables.Add(local, variable = new IrVariable(local.Name.Length == 0 ? $"<{_temporaries++}>" : local.Name, local.Type, local.RefKind != RefKind.None));
        return variable;
    }

    private ImmutableArray<IrVariable> Variables(ImmutableArray<LocalSymbol> locals) => locals.IsDefaultOrEmpty ? [] : [.. locals.Select(Variable)];

    private IrExpression Parameter(ParameterSymbol parameter) =>
        _variables.TryGetValue(parameter, out var variable) ? new IrLocal(variable)
        : _scope.CapturedParameters is { } captured && captured.TryGetValue(parameter, out var field) ? new IrField(new IrThis(_scope.ThisType!), field)
        : throw new InvalidOperationException($"Parameter {parameter.Name} has no variable.");

    private IrVariable Temporary(TypeSymbol type, bool isByRef = false) => new($"<{_temporaries++}>", type, isByRef);

    /// <summary>Puts a value into a new temporary.</summary>
    private IrLocal Keep(IrExpression value, List<IrStatement> prologue)
    {
        var temporary = Temporary(value.Type);
        prologue.Add(Make.Set(temporary, value));
        return new IrLocal(temporary);
    }

    private IrLabel Label(LabelSymbol symbol)
    {
        if (!_labels.TryGetValue(symbol, out var label))
            _labels.Add(symbol, label = new IrLabel(symbol.Name));
        return label;
    }

    /// <summary>A body with its own parameters; <c>this</c> and outer variables stay visible.</summary>
    private IrFunction Function(MethodSymbol symbol, BoundBlock body, string name, TypeSymbol? thisType)
    {
        var outer = _scope;
        _scope = outer with { ThisType = thisType, BlocksOnAwait = false, ReturnType = symbol.ReturnType, ReturnsByRef = symbol.ReturnRefKind != RefKind.None, IsConstructor = false, IsReadOnly = symbol.IsReadOnly && !symbol.IsStatic };
        var parameters = Parameters(symbol);
        var function = new IrFunction(name, parameters, symbol.ReturnType, (IrBlock)Block(body))
        {
            Symbol = symbol,
            ThisType = thisType,
            ReturnsByRef = _scope.ReturnsByRef,
            IsAsync = symbol.IsAsync,
            IsIterator = symbol.IsIterator,
            TypeParameters = symbol.TypeParameters,
        };
        _scope = outer;
        return function;
    }

    private ImmutableArray<IrVariable> Parameters(MethodSymbol symbol)
    {
        var parameters = ImmutableArray.CreateBuilder<IrVariable>(symbol.Parameters.Length);
        foreach (var parameter in symbol.Parameters)
        {
            var variable = new IrVariable(parameter.Name, parameter.Type, parameter.RefKind != RefKind.None) { ParameterIndex = parameter.Ordinal };
            _variables[parameter] = variable;
            parameters.Add(variable);
        }

        return parameters.MoveToImmutable();
    }
}
