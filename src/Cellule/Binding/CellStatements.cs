using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>What stands at the top of a cell: usings, variables, statements and the trailing expression.</summary>
internal sealed partial class Binder
{
    public Imports BindUsing(UsingDirectiveSyntax syntax, Imports imports)
    {
        if (syntax.Alias is { } alias)
        {
            var target = syntax.Target is NameSyntax name ? BindTypeName(name) : BindType(syntax.Target);
            return target is null or TypeSymbol { IsError: true } ? imports : imports.WithAlias(alias.ValueText, target);
        }

        if (syntax.IsStatic)
            return BindType(syntax.Target) is { IsError: false } type ? imports.WithStatic(type) : imports;
        var full = _source.ToString(syntax.Target.Span).Replace("global::", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (imports.Namespaces.Contains(full) || _session.Types.NamespaceExists(full))
            return imports.WithNamespace(full);
        if (syntax.Target is QualifiedNameSyntax { Left: var left, Right: var right } && _session.Types.NamespaceExists(_source.ToString(left.Span)) && TryBindType(syntax.Target) is null)
            _diagnostics.UnknownInNamespace(right.Span, right.Name, _source.ToString(left.Span), Similar(full, KnownNamespaces(full)));
        else if (TryBindType(syntax.Target) is { } notNamespace)
            _diagnostics.Error("CS0138", syntax.Target.Span, $"'{notNamespace}' is a type, not a namespace: write 'using static {full};'");
        else
            _diagnostics.UnknownType(syntax.Target.Span, full, Similar(full, KnownNamespaces(full)), null);
        return imports;
    }

    private IEnumerable<string> KnownNamespaces(string full)
    {
        var dot = full.LastIndexOf('.');
        var parent = dot < 0 ? "" : full[..dot];
        return _session.Types.MembersOf(parent).Where(m => m.IsNamespace).Select(m => parent.Length == 0 ? m.Name : $"{parent}.{m.Name}");
    }

    /// <summary>The cell's statements in order, and the value of its trailing expression.</summary>
    public (ImmutableArray<BoundStatement> Statements, BoundExpression? Value) BindCellStatements(List<MemberDeclarationSyntax> members)
    {
        DeclareLabels([.. members.OfType<GlobalStatementSyntax>().Select(g => g.Statement)]);
        BoundExpression? value = null;
        var statements = BindMembers(members, 0, ref value);
        return (statements, value);
    }

    private ImmutableArray<BoundStatement> BindMembers(List<MemberDeclarationSyntax> members, int start, ref BoundExpression? value)
    {
        var result = ImmutableArray.CreateBuilder<BoundStatement>();
        for (var i = start; i < members.Count; i++)
        {
            switch (members[i])
            {
                case GlobalStatementSyntax { Statement: LocalDeclarationStatementSyntax { IsUsing: true } declaration }:
                    var next = i + 1;
                    BoundExpression? inner = null;
                    result.Add(BindUsingDeclaration(declaration, () => BindMembers(members, next, ref inner)));

                    // The trailing value is computed inside the using; a variable of the cell carries it out.
                    if (inner is not null)
                        value = CarryOut(result, inner);
                    return result.ToImmutable();
                case GlobalStatementSyntax { Statement: ExpressionStatementSyntax { HasSemicolon: false, Expression: var expression } } when i == members.Count - 1:
                    value = BindTrailing(expression, result);
                    break;
                case GlobalStatementSyntax { Statement: var statement }:
                    result.Add(BindStatement(statement));
                    break;
                case FieldDeclarationSyntax field:
                    result.Add(BindDeclaration(field.Declaration, field.Modifiers.Has(Syntax.Modifiers.Const), field.Span));
                    break;
                case PropertyDeclarationSyntax { IsAutomatic: true } property:
                    result.Add(BindDeclaration(VariableOf(property), false, property.Span));
                    break;
                case PropertyDeclarationSyntax:
                    break;
                case EventFieldDeclarationSyntax or EventDeclarationSyntax or IndexerDeclarationSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax or ConstructorDeclarationSyntax or DestructorDeclarationSyntax:
                    _diagnostics.Unsupported(members[i].Span, "Events, indexers, operators and constructors outside a type");
                    break;
            }
        }

        return result.ToImmutable();
    }

    /// <summary>A property at the top level that is read and written as it stands is a variable with a value.</summary>
    private static VariableDeclarationSyntax VariableOf(PropertyDeclarationSyntax property)
    {
        var value = property.Initializer ?? new DefaultLiteralExpressionSyntax(property.Span);
        return new(property.Span, property.Type, [new VariableDeclaratorSyntax(property.Span, property.Identifier, value)]);
    }

    private BoundExpression? BindTrailing(ExpressionSyntax syntax, ImmutableArray<BoundStatement>.Builder statements)
    {
        var value = BindExpression(syntax);
        if (value is BoundTypeExpression or BoundNamespace)
        {
            AsValue(value);
            return null;
        }

        value = AsValue(value);
        value = value is BoundLiteral { Type.IsNone: true } ? Literal(value.Span, BuiltIn.Object, null)
            : value is UnboundThrow @throw ? new BoundThrowExpression(value.Span, @throw.Exception, BuiltIn.Object)
            : RequireType(value);
        if (value.HasError)
            return null;
        if (value.Type.IsVoid)
        {
            statements.Add(new BoundExpressionStatement(syntax.Span, value));
            return null;
        }

        if (value.Type.IsRefLike)
        {
            // A span can't leave its frame: what it shows is its text or array.
            if (TryInvoke(value, value.Type.TypeArguments is [var element] && element == BuiltIn.Char ? "ToString" : "ToArray", syntax.Span) is { } boxed)
                return boxed;
            _diagnostics.UnsupportedOne(syntax.Span, $"Showing a value of the ref struct type '{value.Type}'");
        }

        return value;
    }

    private BoundExpression CarryOut(ImmutableArray<BoundStatement>.Builder statements, BoundExpression inner)
    {
        var carried = new CellVariableSymbol("<value>", inner.Type);
        CellVariables.Add(carried);
        var place = FieldOf(inner.Span, null, carried);
        statements[^1] = AppendInside(statements[^1], new BoundExpressionStatement(inner.Span, new BoundAssignment(inner.Span, place, inner)));
        return place;
    }

    private static BoundStatement AppendInside(BoundStatement statement, BoundStatement last) => statement switch
    {
        BoundUsing usingStatement => usingStatement with { Body = AppendInside(usingStatement.Body, last) },
        BoundStatementList list => list with { Statements = list.Statements.Add(last) },
        _ => new BoundStatementList(statement.Span, [statement, last]),
    };

    // Parameters of a primary constructor that members use live on in a field: the type's body says which.
    private void NoteCapture(ParameterSymbol parameter, Scope scope)
    {
        if (scope.Type is not null)
            CapturedParameters.Add(parameter);
    }

    /// <summary>Primary constructor parameters that other members use.</summary>
    public HashSet<ParameterSymbol> CapturedParameters { get; } = new(ReferenceEqualityComparer.Instance);
}
