using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;

namespace Cellule.Binding;

/// <summary>What the binder notes where a source has the cursor's marker; nothing when a cell is bound to be run.</summary>
internal sealed partial class Binder
{
    /// <summary>Set while completion asks; null else.</summary>
    public CursorProbe? Probe { get; init; }

    private bool IsCursor(SimpleNameSyntax name) => Probe is not null && name.Name == CursorProbe.Marker;

    private bool IsCursor(ExpressionSyntax syntax) => syntax is SimpleNameSyntax name && IsCursor(name);

    private void NoteReceiver(BoundExpression receiver)
    {
        var isKnown = receiver switch
        {
            BoundTypeExpression type => !type.Named.IsError,
            BoundNamespace or BoundColorColor => true,
            _ => !receiver.HasError && receiver.Type is { IsError: false, IsNone: false, IsVoid: false },
        };
        if (!isKnown)
            return;
        NotePlace();
        Probe!.Receivers.Add(receiver);
    }

    private void NoteName(bool isType)
    {
        NotePlace();
        var names = ImmutableArray.CreateBuilder<Symbol>();
        for (var scope = _scope; scope is not null; scope = scope.Parent)
        {
            names.AddRange(scope.Declared.Reverse().Where(symbol => symbol.Name != CursorProbe.Marker));
            if (scope.Type is { } type)
                names.AddRange(MemberLookup.Hierarchy(type).SelectMany(part => part.GetMembers()).Where(member => IsAccessible(member, type)));
        }

        Probe!.Note(names.ToImmutable(), isType);
    }

    private void NotePlace()
    {
        Probe!.EnclosingType = EnclosingType;
        Probe.Imports = _imports;
    }

    private void NoteExpected(ExpressionSyntax syntax, TypeSymbol type)
    {
        if (IsCursor(syntax) || (syntax is MemberAccessExpressionSyntax access && IsCursor(access.Name)))
            NoteExpected(type);
    }

    // What stands at the cursor is bad and as long as the marker.
    private void NoteExpected(BoundExpression value, TypeSymbol type)
    {
        if (value is BoundBad && _source.ToString(value.Span) == CursorProbe.Marker)
            NoteExpected(type);
    }

    private void NoteExpected(TypeSymbol type)
    {
        var plain = type.IsError ? type : type.StripNullable();
        if (!plain.IsError && !plain.IsNone && !Probe!.Expected.Contains(plain))
            Probe.Expected.Add(plain);
    }

    private void NoteCall(BoundExpression callee, ArgumentListSyntax arguments)
    {
        if (callee is not BoundMethodGroup group)
        {
            if (callee.Type.DelegateInvoke is { } invoke)
                NoteCall([(invoke, 0)], arguments);
            return;
        }

        var own = group.Methods.Select(method => (method, 0));
        var extensions = group is { TryExtensions: true, Receiver: not null } ? ExtensionScopes(group.Name).SelectMany(methods => methods).Select(method => (method, 1)) : [];
        NoteCall([.. own, .. extensions], arguments);
    }

    private void NoteCall(ImmutableArray<(MethodSymbol Method, int Skipped)> methods, ArgumentListSyntax arguments)
    {
        for (var i = 0; i < arguments.Arguments.Length; i++)
        {
            var argument = arguments.Arguments[i];
            if (!IsCursor(argument.Expression))
                continue;
            if (argument.Name is null)
                Probe!.Called.AddRange(methods);
            foreach (var (method, skipped) in methods)
            {
                var parameter = argument.Name is { } name
                    ? method.Parameters.FirstOrDefault(p => p.Name == name.ValueText)
                    : i + skipped < method.Parameters.Length ? method.Parameters[i + skipped] : null;
                if (parameter is not null)
                    NoteExpected(parameter.Type);
            }
        }
    }

    private void NoteInitializer(InitializerExpressionSyntax syntax, TypeSymbol type)
    {
        if (syntax.Expressions.Any(expression => IsCursor(expression is AssignmentExpressionSyntax assignment ? assignment.Left : expression)))
        {
            NotePlace();
            Probe!.Initialized = (type, [.. syntax.Expressions.OfType<AssignmentExpressionSyntax>().Select(a => a.Left).OfType<SimpleNameSyntax>().Select(name => name.Name)]);
        }
    }

    private void NoteSubpatterns(ImmutableArray<SubpatternSyntax> properties, TypeSymbol type)
    {
        // A name without its colon has been read as a pattern.
        if (properties.Any(p => p.Name is null && p.Pattern is ConstantPatternSyntax { Expression: var written } && IsCursor(written)))
        {
            NotePlace();
            Probe!.Initialized = (type, [.. properties.Select(p => p.Name).OfType<SimpleNameSyntax>().Select(name => name.Name)]);
        }
    }
}
