using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;
using RefKind = Cellule.Symbols.RefKind;

namespace Cellule.Binding;

/// <summary>Statements, but for jumps, loops, switches and functions, which have files of their own.</summary>
internal sealed partial class Binder
{
    private BoundBlock BindBlock(BlockSyntax syntax)
    {
        var outer = OpenScope();
        var statements = BindStatements(syntax.Statements);
        return new BoundBlock(syntax.Span, CloseScope(outer), statements);
    }

    /// <summary>Statements of one scope: local functions are declared first, a using declaration takes the rest as its body.</summary>
    private ImmutableArray<BoundStatement> BindStatements(ImmutableArray<StatementSyntax> statements)
    {
        DeclareLocalFunctions(statements);
        DeclareLabels(statements);
        foreach (var declaration in statements.OfType<LocalDeclarationStatementSyntax>())
            (_scope.Declaring.LaterNames ??= new(StringComparer.Ordinal)).UnionWith(declaration.Declaration.Variables.Select(v => v.Identifier.ValueText));
        return BindFrom(statements, 0);
    }

    private ImmutableArray<BoundStatement> BindFrom(ImmutableArray<StatementSyntax> statements, int start)
    {
        var result = ImmutableArray.CreateBuilder<BoundStatement>();
        for (var i = start; i < statements.Length; i++)
        {
            if (statements[i] is LocalDeclarationStatementSyntax { IsUsing: true } declaration)
            {
                var next = i + 1;
                result.Add(BindUsingDeclaration(declaration, () => BindFrom(statements, next)));
                break;
            }

            result.Add(BindStatement(statements[i]));
        }

        return result.ToImmutable();
    }

    /// <summary>A statement where a block could stand: has a scope of its own for what it declares.</summary>
    private BoundStatement BindEmbedded(StatementSyntax syntax)
    {
        if (syntax is BlockSyntax block)
            return BindBlock(block);
        var outer = OpenScope();
        DeclareLocalFunctions([syntax]);
        var statement = BindStatement(syntax);
        var locals = CloseScope(outer);
        return locals.IsEmpty ? statement : new BoundBlock(syntax.Span, locals, [statement]);
    }

    public BoundStatement BindStatement(StatementSyntax syntax)
    {
        switch (syntax)
        {
            case BlockSyntax block:
                return BindBlock(block);
            case EmptyStatementSyntax:
                return new BoundNop(syntax.Span);
            case ExpressionStatementSyntax expression:
                return BindExpressionStatement(expression);
            case LocalDeclarationStatementSyntax declaration:
                return BindDeclaration(declaration.Declaration, declaration.IsConst, declaration.Span);
            case LocalFunctionStatementSyntax function:
                return BindLocalFunction(function);
            case IfStatementSyntax branch:
                return BindIf(branch);
            case WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or ForEachStatementSyntax or ForEachVariableStatementSyntax:
                return BindLoop(syntax);
            case BreakStatementSyntax:
                return Jump(syntax.Span, s => s.Break);
            case ContinueStatementSyntax:
                return Jump(syntax.Span, s => s.Continue);
            case ReturnStatementSyntax statement:
                return BindReturn(statement);
            case ThrowStatementSyntax statement:
                return BindThrow(statement);
            case TryStatementSyntax statement:
                return BindTry(statement);
            case UsingStatementSyntax statement:
                return BindUsing(statement);
            case LockStatementSyntax statement:
                return BindLock(statement);
            case SwitchStatementSyntax statement:
                return BindSwitch(statement);
            case YieldStatementSyntax statement:
                return BindYield(statement);
            case CheckedStatementSyntax statement:
                return BindCheckedBlock(statement);
            case LabeledStatementSyntax labeled:
                return BindLabeled(labeled);
            case GotoStatementSyntax statement:
                return BindGoto(statement);
            case UnsafeStatementSyntax statement:
                _diagnostics.Unsupported(statement.KeywordSpan, "Unsafe blocks");
                return new BoundNop(syntax.Span);
            case FixedStatementSyntax statement:
                _diagnostics.Unsupported(statement.KeywordSpan, "Fixed statements");
                return new BoundNop(syntax.Span);
            default:
                _diagnostics.UnsupportedOne(syntax.Span, syntax.GetType().Name.Replace("Syntax", "", StringComparison.Ordinal));
                return new BoundNop(syntax.Span);
        }
    }

    private BoundStatement BindExpressionStatement(ExpressionStatementSyntax syntax)
    {
        var expression = syntax.Expression;
        while (expression is ParenthesizedExpressionSyntax parenthesized && !IsStatementExpression(expression))
            expression = parenthesized.Expression;
        if (!IsStatementExpression(syntax.Expression))
        {
            var ignored = BindExpression(syntax.Expression);
            if (!ignored.HasError)
                _diagnostics.NotAStatement(syntax.Expression.Span);
            return new BoundNop(syntax.Span);
        }

        return new BoundExpressionStatement(syntax.Span, BindDiscarded(syntax.Expression));
    }

    /// <summary>An expression whose value nobody uses.</summary>
    private BoundExpression BindDiscarded(ExpressionSyntax syntax)
    {
        var value = Finish(AsValue(BindExpression(syntax)));
        if (value is BoundDynamic dynamic)
            value = dynamic with { ResultDiscarded = true };
        return value.Type.IsNone ? RequireType(value) : value;
    }

    private BoundStatement BindDeclaration(VariableDeclarationSyntax syntax, bool isConst, TextSpan span)
    {
        var statements = ImmutableArray.CreateBuilder<BoundStatement>();
        var isVar = syntax.Type.IsVar && FindSessionType("var", 0) is null;
        var declared = isVar || syntax.Type is RefTypeSyntax { Type.IsVar: true } ? null : BindType(syntax.Type);
        if (declared is { IsVoid: true })
        {
            _diagnostics.VoidNotAllowed(syntax.Type.Span);
            declared = BuiltIn.Error;
        }

        if (declared is { IsStatic: true })
        {
            if (_scope.IsCell)
                _diagnostics.StaticTypeField(syntax.Variables[0].Identifier.Span, declared);
            else
                _diagnostics.StaticTypeVariable(syntax.Type.Span, declared);
        }

        if (declared is null && syntax.Variables.Length > 1)
            _diagnostics.SeveralImplicit(_scope.IsCell ? syntax.Type.Span : syntax.Span);
        foreach (var variable in syntax.Variables)
            statements.Add(BindDeclarator(variable, declared, syntax.Type, isConst, syntax.Variables.Length == 1 ? span : variable.Span));
        return statements.Count == 1 ? statements[0] : new BoundStatementList(span, statements.ToImmutable());
    }

    private BoundStatement BindDeclarator(VariableDeclaratorSyntax syntax, TypeSymbol? declared, TypeSyntax typeSyntax, bool isConst, TextSpan span)
    {
        BoundExpression? value = null;
        var isRef = typeSyntax is RefTypeSyntax && syntax.Initializer is RefExpressionSyntax;
        if (syntax.Initializer is not null)
        {
            value = syntax.Initializer switch
            {
                RefExpressionSyntax byRef when isRef => BindLvalue(byRef.Expression),
                InitializerExpressionSyntax { Kind: InitializerKind.Array } array when declared is ArrayTypeSymbol type => ArrayFromInitializer(array, type),
                var initializer when declared is not null => BindConverted(initializer, declared),
                InitializerExpressionSyntax => ArrayForImplicit(syntax.Span),
                var initializer => BindImplicit(initializer, syntax.Span),
            };
            if (declared is null && value.Type.IsVoid)
            {
                if (_scope.IsCell)
                    _diagnostics.VoidField(typeSyntax.Span);
                else
                    _diagnostics.VoidVariable(syntax.Span);
                value = Bad(syntax.Span);
            }
        }
        else if (declared is null && !isConst)
        {
            _diagnostics.NoInitializer(syntax.Identifier.Span);
        }

        var variableType = declared ?? value?.Type ?? BuiltIn.Error;
        if (isConst)
            return DeclareConstant(syntax, variableType, value);
        if (isRef)
        {
            var reference = new LocalSymbol(syntax.Identifier.ValueText, variableType) { RefKind = RefKind.Ref };
            if (_scope.IsCell)
                _diagnostics.UnsupportedOne(span, "A ref variable at the top level");
            DeclareLocal(reference, syntax.Identifier.Span);
            CheckAssignable(value!, syntax.Initializer!.Span, byRef: true);
            return new BoundLocalDeclaration(span, reference, value);
        }

        var place = DeclareVariable(syntax.Identifier, variableType);
        if (place is BoundLocal { Local: var local })
            return new BoundLocalDeclaration(span, local, value);
        if (variableType.IsRefLike)
            _diagnostics.RefStructVariable(typeSyntax.Span, variableType);
        return value is null || value.HasError ? new BoundNop(span) : new BoundExpressionStatement(span, new BoundAssignment(span, place, value));
    }

    private BoundBad ArrayForImplicit(TextSpan declarator)
    {
        _diagnostics.ArrayForImplicit(declarator);
        return Bad(declarator);
    }

    // 'var x = null' is the declarator's fault.
    private BoundExpression BindImplicit(ExpressionSyntax syntax, TextSpan declarator)
    {
        var value = BindValue(syntax);
        switch (value)
        {
            case UnboundLambda lambda when NaturalType(lambda) is null:
                ReportLambdaWithoutType(lambda, lambda.Span);
                return Bad(syntax.Span);
            case BoundMethodGroup group when NaturalType(group) is null:
                _diagnostics.MethodGroupAsValue(group.Span, group.Name);
                return Bad(syntax.Span);
            case not BoundLiteral { Type.IsNone: true }:
                return RequireType(value);
        }

        _diagnostics.NoTypeForNull(declarator);
        return Bad(syntax.Span);
    }

    private BoundNop DeclareConstant(VariableDeclaratorSyntax syntax, TypeSymbol type, BoundExpression? value)
    {
        if (value is not null and not BoundLiteral && !value.HasError)
            _diagnostics.ConstantInitializerExpected(syntax.Initializer!.Span, syntax.Identifier.ValueText);
        if (value is null)
            _diagnostics.ConstantWithoutValue(syntax.Identifier.Span);
        var constant = (value as BoundLiteral)?.Value;
        if (_scope.IsCell)
        {
            var variable = new CellVariableSymbol(syntax.Identifier.ValueText, type) { HasConstant = true, Constant = constant };
            if (_scope.TryDeclare(variable))
                CellVariables.Add(variable);
            else
                _diagnostics.DuplicateVariable(syntax.Identifier.Span, variable.Name);
        }
        else
        {
            DeclareLocal(new LocalSymbol(syntax.Identifier.ValueText, type) { IsConst = true, ConstantValue = constant }, syntax.Identifier.Span);
        }

        return new BoundNop(syntax.Span);
    }

    private BoundIf BindIf(IfStatementSyntax syntax)
    {
        var condition = BindCondition(syntax.Condition);
        var then = BindEmbedded(syntax.Then);
        var otherwise = syntax.Else is null ? null : BindEmbedded(syntax.Else);
        return new BoundIf(syntax.Span, condition, then, otherwise);
    }

    private int _catchDepth;
    private int _tryDepth;
    private int _finallyDepth;
    private string _yieldPlace = "";

    // A clause after one that takes everything it could is never reached.
    private void CheckCatches(TryStatementSyntax syntax, ImmutableArray<BoundCatch> catches)
    {
        for (var i = 1; i < catches.Length; i++)
        {
            if (syntax.Catches[i - 1] is { Type: null, Filter: null })
                _diagnostics.CatchAfterAll(new TextSpan(syntax.Catches[i].Span.Start, "catch".Length));
            else if (catches[i].Type is { IsError: false } type && catches.Take(i).FirstOrDefault(c => c is { Filter: null, Type: not null } && Conversions.Inherits(type, c.Type)) is { } earlier)
                _diagnostics.CatchCovered(syntax.Catches[i].Type!.Span, earlier.Type!);
        }
    }

    private BoundTry BindTry(TryStatementSyntax syntax)
    {
        var outer = (_tryDepth, _yieldPlace);
        if (!syntax.Catches.IsEmpty)
            (_tryDepth, _yieldPlace) = (1, "CS1626");
        var body = BindBlock(syntax.Block);
        (_tryDepth, _yieldPlace) = (1, "CS1631");
        var catches = syntax.Catches.Select(BindCatch).ToImmutableArray();
        CheckCatches(syntax, catches);
        (_tryDepth, _yieldPlace) = (1, "CS1625");
        _finallyDepth++;
        var final = syntax.Finally is null ? null : BindBlock(syntax.Finally);
        _finallyDepth--;
        (_tryDepth, _yieldPlace) = outer;
        return new BoundTry(syntax.Span, body, catches, final);
    }

    private BoundCatch BindCatch(CatchClauseSyntax syntax)
    {
        var outer = OpenScope();
        var type = syntax.Type is null ? null : BindType(syntax.Type);
        if (type is { IsError: false } && !Conversions.Inherits(type, BuiltIn.Exception))
            _diagnostics.NotAnException(syntax.Type!.Span);
        LocalSymbol? local = null;
        if (syntax.Identifier is { } identifier)
        {
            local = new LocalSymbol(identifier.ValueText, type ?? BuiltIn.Exception);
            DeclareLocal(local, identifier.Span);
        }

        var filter = syntax.Filter is null ? null : BindCondition(syntax.Filter);
        _catchDepth++;
        var body = BindBlock(syntax.Block);
        _catchDepth--;
        return new BoundCatch(syntax.Span, type, CloseScope(outer), local, filter, body);
    }

    private BoundStatement BindLock(LockStatementSyntax syntax)
    {
        var operand = BindTyped(syntax.Expression);
        var body = BindEmbedded(syntax.Body);
        if (operand.HasError)
            return body;
        if (!operand.Type.IsReferenceType)
        {
            _diagnostics.LockOnValue(syntax.Expression.Span, operand.Type);
            return body;
        }

        var value = new BoundPlaceholder(operand.Span, operand.Type);
        var enter = operand.Type.RuntimeType == typeof(Lock) ? Call(syntax.Span, value, WellKnown(typeof(Lock), "EnterScope")) : null;
        return new BoundLock(syntax.Span, operand, value, enter, body);
    }

    private BoundBlock BindCheckedBlock(CheckedStatementSyntax syntax)
    {
        var saved = _isChecked;
        _isChecked = syntax.IsChecked;
        _uncheckedDepth += syntax.IsChecked ? 0 : 1;
        var block = BindBlock(syntax.Block);
        _uncheckedDepth -= syntax.IsChecked ? 0 : 1;
        _isChecked = saved;
        return block;
    }
}
