using System.Collections.Immutable;
using System.Text;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Interpolated strings: as strings, as FormattableString, and through handlers.</summary>
internal sealed partial class Binder
{
    private BoundExpression BindInterpolation(InterpolatedStringExpressionSyntax syntax)
    {
        var parts = ImmutableArray.CreateBuilder<BoundInterpolationPart>(syntax.Contents.Length);
        foreach (var content in syntax.Contents)
        {
            if (content is InterpolatedStringTextSyntax text)
            {
                parts.Add(new BoundInterpolationPart(text.Span, text.Value, null, null, null));
                continue;
            }

            var hole = (InterpolationSyntax)content;
            var value = RequireTypeOrNull(BindValue(hole.Expression));
            if (value.Type.IsVoid)
            {
                _diagnostics.NoConversion(hole.Expression.Span, value.Type, BuiltIn.Object);
                value = Bad(hole.Span);
            }

            int? alignment = null;
            if (hole.Alignment is not null)
            {
                if (BindConverted(hole.Alignment, BuiltIn.Int32) is BoundLiteral { Value: int width })
                    alignment = width;
                else
                    _diagnostics.ConstantExpected(hole.Alignment.Span);
            }

            parts.Add(new BoundInterpolationPart(hole.Span, null, value, alignment, hole.Format));
        }

        return parts.Any(p => p.Value?.HasError == true) ? new BoundBad(syntax.Span, BuiltIn.String) : new UnboundInterpolation(syntax.Span, parts.ToImmutable());
    }

    private static BoundExpression FinishInterpolation(UnboundInterpolation interpolation)
    {
        // $"a{constant}" of strings alone is a constant itself.
        if (interpolation.Parts.All(p => p.Text is not null || p is { Value: BoundLiteral { Value: string }, Alignment: null, Format: null }))
            return Literal(interpolation.Span, BuiltIn.String, string.Concat(interpolation.Parts.Select(p => p.Text ?? (string)((BoundLiteral)p.Value!).Value!)));
        return new BoundInterpolatedString(interpolation.Span, interpolation.Parts);
    }

    private static bool IsHandler(TypeSymbol type) =>
        type.OriginalDefinition.RuntimeType?.IsDefined(typeof(System.Runtime.CompilerServices.InterpolatedStringHandlerAttribute), false) == true
        || type.OriginalDefinition.Attributes.Any(a => a.RuntimeType == typeof(System.Runtime.CompilerServices.InterpolatedStringHandlerAttribute));

    /// <summary>
    /// The arguments of a call that a handler's constructor wants besides; default when there is one that may not be evaluated twice,
    /// or the receiver: then the text is passed as a string.
    /// </summary>
    private static ImmutableArray<Argument> HandlerArguments(ParameterSymbol handler, ImmutableArray<ParameterSymbol> parameters, ImmutableArray<Argument> arguments, int[] map)
    {
        var result = ImmutableArray.CreateBuilder<Argument>();
        foreach (var name in handler.HandlerArguments ?? [])
        {
            var index = Array.FindIndex(map, m => parameters[m].Name == name);
            if (index < 0 || arguments[index].Expression is not (BoundLocal or BoundParameter or BoundLiteral or BoundField { Receiver: null } or BoundProperty { Receiver: null, Arguments.IsEmpty: true }))
                return default;
            result.Add(arguments[index] with { Name = null });
        }

        return result.ToImmutable();
    }

    private static bool IsInterpolationTarget(TypeSymbol type) =>
        type == LoadedTypes.From(typeof(FormattableString)) || type == LoadedTypes.From(typeof(IFormattable)) || IsHandler(type);

    private BoundExpression ConvertInterpolation(UnboundInterpolation interpolation, TypeSymbol to)
    {
        var span = interpolation.Span;
        if (IsHandler(to))
            return Handler(interpolation, to);
        var format = new StringBuilder();
        var values = ImmutableArray.CreateBuilder<BoundExpression>();
        foreach (var part in interpolation.Parts)
        {
            if (part.Text is not null)
            {
                format.Append(part.Text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
                continue;
            }

            format.Append('{').Append(values.Count);
            if (part.Alignment is { } width)
                format.Append(',').Append(width);
            if (part.Format is not null)
                format.Append(':').Append(part.Format);
            format.Append('}');
            values.Add(Convert(part.Value!, BuiltIn.Object));
        }

        var create = WellKnown(typeof(System.Runtime.CompilerServices.FormattableStringFactory), "Create", BuiltIn.String, BuiltIn.Object.MakeArray());
        var array = new BoundArrayCreation(span, BuiltIn.Object.MakeArray(), [Literal(span, BuiltIn.Int32, values.Count)], values.ToImmutable());
        return Convert(Call(span, null, create, Literal(span, BuiltIn.String, format.ToString()), array), to);
    }

    // new Handler(literalLength, formattedCount), then one Append call for each part. Handlers that want other
    // arguments of the call get a plain string's content through theirs when a constructor allows it.
    private BoundExpression Handler(UnboundInterpolation interpolation, TypeSymbol to)
    {
        var span = interpolation.Span;
        var literalLength = interpolation.Parts.Sum(p => p.Text?.Length ?? 0);
        var holes = interpolation.Parts.Count(p => p.Value is not null);
        ImmutableArray<Argument> arguments = [.. ((int[])[literalLength, holes]).Select(n => new Argument(span, Literal(span, BuiltIn.Int32, n), Symbols.RefKind.None, null)), .. _handlerArguments];
        var local = Temporary(to);
        var use = new BoundLocal(span, local);
        var shouldAppend = Temporary(BuiltIn.Boolean);
        var locals = ImmutableArray.Create(local);
        BoundExpression? creation = null;
        if (to.Constructors.Any(c => c.Parameters.Length == arguments.Length))
            creation = Create(to, arguments, null, span, span);
        else if (to.Constructors.Any(c => c.Parameters.Length == arguments.Length + 1 && c.Parameters[^1].RefKind == Symbols.RefKind.Out))
        {
            locals = [local, shouldAppend];
            creation = Create(to, [.. arguments, new Argument(span, new BoundLocal(span, shouldAppend), Symbols.RefKind.Out, null)], null, span, span);
        }

        if (creation is null)
        {
            _diagnostics.UnsupportedOne(span, $"The interpolated string handler '{to}' with these arguments");
            return new BoundBad(span, to);
        }

        var appends = ImmutableArray.CreateBuilder<BoundExpression>();
        foreach (var part in interpolation.Parts)
        {
            var append = part.Text is not null
                ? TryInvoke(use, "AppendLiteral", part.Span, Literal(part.Span, BuiltIn.String, part.Text))
                : AppendFormatted(use, part);
            if (append is null)
            {
                _diagnostics.UnsupportedOne(part.Span, $"This interpolation with the handler '{to}'");
                return new BoundBad(span, to);
            }

            appends.Add(append);
        }

        var assign = new BoundAssignment(span, use, creation);
        if (locals.Length == 1)
            return new BoundSequence(span, locals, [assign, .. appends], use);

        // The constructor's out argument says whether the parts are wanted at all.
        var all = new BoundSequence(span, [], appends.ToImmutable(), Literal(span, BuiltIn.Boolean, true));
        var when = new BoundConditional(span, new BoundLocal(span, shouldAppend), all, Literal(span, BuiltIn.Boolean, false), BuiltIn.Boolean);
        return new BoundSequence(span, locals, [assign, when], use);
    }

    private ImmutableArray<Argument> _handlerArguments = [];

    private BoundExpression? AppendFormatted(BoundExpression handler, BoundInterpolationPart part)
    {
        ImmutableArray<BoundExpression> arguments = (part.Alignment, part.Format) switch
        {
            (null, null) => [part.Value!],
            ({ } width, null) => [part.Value!, Literal(part.Span, BuiltIn.Int32, width)],
            (null, { } format) => [part.Value!, Literal(part.Span, BuiltIn.String, format)],
            ({ } width, { } format) => [part.Value!, Literal(part.Span, BuiltIn.Int32, width), Literal(part.Span, BuiltIn.String, format)],
        };
        return TryInvoke(handler, "AppendFormatted", part.Span, arguments);
    }
}
