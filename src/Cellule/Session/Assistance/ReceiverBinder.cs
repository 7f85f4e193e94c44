using System.Collections.Immutable;
using Cellule.Binding;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Session.Assistance;

/// <summary>Finds what a piece of source means, without running or changing anything: a value's type, a type, or a namespace.</summary>
internal sealed class ReceiverBinder(SessionScope session)
{
    /// <summary>The type of the expression's value; null when it is no value.</summary>
    public TypeSymbol? ValueType(string expression, string before) =>
        (before.Length > 0 ? Bound($"{before}\n{expression}") : null) ?? Bound(expression);

    /// <summary>The type that a (dotted) name means under the usings.</summary>
    public TypeSymbol? Type(string name)
    {
        if (KeywordType(name) is { } keyword)
        {
            return keyword;
        }

        var dot = name.LastIndexOf('.');
        if (dot > 0)
        {
            return session.Types.Find(name[..dot], name[(dot + 1)..], 0) ?? Type(name[..dot])?.GetNestedType(name[(dot + 1)..], 0);
        }

        return session.FindType(name, 0)
            ?? session.Imports.Aliases.GetValueOrDefault(name) as TypeSymbol
            ?? session.Imports.Namespaces.Select(ns => session.Types.Find(ns, name, 0)).FirstOrDefault(type => type is not null)
            ?? session.Types.Find("", name, 0);
    }

    /// <summary>Whether a dotted name is a namespace.</summary>
    public bool IsNamespace(string name) => name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '.') && session.Types.NamespaceExists(name);

    private TypeSymbol? Bound(string source)
    {
        var diagnostics = new DiagnosticBag(new SourceText(source));
        var syntax = new Parser(Lexer.Lex(diagnostics), diagnostics).ParseCompilationUnit();
        try
        {
            return diagnostics.HasErrors ? null : new CellBinder(session).Bind(syntax, diagnostics)?.Value?.Type is { IsError: false, IsVoid: false } type ? type : null;
        }
        catch (Exception failure) when (failure is InvalidOperationException or NotSupportedException or NullReferenceException or KeyNotFoundException or ArgumentException)
        {
            // A half-written cell may meet what the binder has no answer for: then there is nothing to complete.
            return null;
        }
    }

    private TypeSymbol? KeywordType(string name) =>
        KeywordTable.KindOf(name) is TokenKind.StringKeyword or TokenKind.ObjectKeyword or TokenKind.IntKeyword or TokenKind.LongKeyword or TokenKind.DoubleKeyword
            or TokenKind.DecimalKeyword or TokenKind.BoolKeyword or TokenKind.CharKeyword or TokenKind.FloatKeyword or TokenKind.ByteKeyword or TokenKind.ShortKeyword
            ? Bound($"default({name})")
            : null;

    /// <summary>Members that can be named after a dot: a type's static ones, or a value's own with the extensions in force.</summary>
    public IEnumerable<Symbol> MembersOf(TypeSymbol type, bool isStatic)
    {
        foreach (var part in MemberLookup.Hierarchy(type))
        {
            foreach (var member in part.GetMembers().Where(member => IsNamed(member) && (member.IsStatic == isStatic || (isStatic && type.IsEnum))))
            {
                yield return member;
            }
        }

        if (isStatic)
        {
            yield break;
        }

        foreach (var method in session.Imports.Namespaces.SelectMany(ns => session.Types.ExtensionTypes(ns)).SelectMany(holder => holder.GetMembers()).OfType<MethodSymbol>())
        {
            if (method.IsExtension && method.Accessibility == Accessibility.Public && Takes(method.Parameters[0].Type, type))
            {
                yield return method;
            }
        }
    }

    private static bool IsNamed(MemberSymbol member) =>
        member.Accessibility == Accessibility.Public
        && member is not MethodSymbol { MethodKind: not MethodKind.Ordinary }
        && member is not PropertySymbol { IsIndexer: true }
        && member.Name.Length > 0 && (char.IsLetter(member.Name[0]) || member.Name[0] == '_')
        && !(member.Name.Length > 3 && member.RuntimeMember is System.Reflection.MethodBase { IsSpecialName: true })
        && member.Name != "value__";

    private static bool Takes(TypeSymbol parameter, TypeSymbol type)
    {
        if (parameter is TypeParameterSymbol || parameter.IsObject)
        {
            return true;
        }

        var wanted = parameter.OriginalDefinition;
        return MemberLookup.Hierarchy(type).Concat(type.AllInterfaces).Any(part => ReferenceEquals(part.OriginalDefinition, wanted) || part.OriginalDefinition == wanted);
    }
}
