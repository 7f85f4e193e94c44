using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>What stands at the top of a cell, in a namespace or in a type.</summary>
internal abstract record MemberDeclarationSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>A statement at the top of a cell.</summary>
internal sealed record GlobalStatementSyntax(TextSpan Span, StatementSyntax Statement) : MemberDeclarationSyntax(Span);

/// <summary>A member that has attributes and modifiers.</summary>
internal abstract record ModifiedMemberSyntax(TextSpan Span, ImmutableArray<AttributeListSyntax> AttributeLists, ModifierList Modifiers) : MemberDeclarationSyntax(Span);

/// <summary>Modifiers as written; <paramref name="Flags"/> for asking, <paramref name="Tokens"/> for pointing.</summary>
internal readonly record struct ModifierList(Modifiers Flags, ImmutableArray<SyntaxToken> Tokens)
{
    public static ModifierList Empty { get; } = new(Modifiers.None, []);

    public bool Has(Modifiers modifier) => (Flags & modifier) != 0;
}

internal enum TypeDeclarationKind
{
    Class,
    Struct,
    Interface,
    Record,
    RecordStruct,
}

internal abstract record BaseTypeDeclarationSyntax(TextSpan Span, ImmutableArray<AttributeListSyntax> AttributeLists, ModifierList Modifiers, SyntaxToken Identifier)
    : ModifiedMemberSyntax(Span, AttributeLists, Modifiers);

/// <summary>A class, struct, interface or record; <paramref name="ParameterList"/> is the primary constructor's. <c>record R;</c> has no members.</summary>
internal sealed record TypeDeclarationSyntax(
    TextSpan Span,
    ImmutableArray<AttributeListSyntax> AttributeLists,
    ModifierList Modifiers,
    TypeDeclarationKind Kind,
    SyntaxToken Identifier,
    ImmutableArray<TypeParameterSyntax> TypeParameters,
    ParameterListSyntax? ParameterList,
    ImmutableArray<BaseTypeSyntax> BaseTypes,
    ImmutableArray<TypeParameterConstraintClauseSyntax> Constraints,
    ImmutableArray<MemberDeclarationSyntax> Members) : BaseTypeDeclarationSyntax(Span, AttributeLists, Modifiers, Identifier);

/// <summary>A base class or interface; <paramref name="ArgumentList"/> goes to the base constructor of a primary one.</summary>
internal sealed record BaseTypeSyntax(TextSpan Span, TypeSyntax Type, ArgumentListSyntax? ArgumentList) : SyntaxNode(Span);

internal sealed record EnumDeclarationSyntax(
    TextSpan Span,
    ImmutableArray<AttributeListSyntax> AttributeLists,
    ModifierList Modifiers,
    SyntaxToken Identifier,
    TypeSyntax? UnderlyingType,
    ImmutableArray<EnumMemberSyntax> Members) : BaseTypeDeclarationSyntax(Span, AttributeLists, Modifiers, Identifier);

internal sealed record EnumMemberSyntax(TextSpan Span, ImmutableArray<AttributeListSyntax> AttributeLists, SyntaxToken Identifier, ExpressionSyntax? Value) : SyntaxNode(Span);

internal sealed record DelegateDeclarationSyntax(
    TextSpan Span,
    ImmutableArray<AttributeListSyntax> AttributeLists,
    ModifierList Modifiers,
    TypeSyntax ReturnType,
    SyntaxToken Identifier,
    ImmutableArray<TypeParameterSyntax> TypeParameters,
    ParameterListSyntax ParameterList,
    ImmutableArray<TypeParameterConstraintClauseSyntax> Constraints) : BaseTypeDeclarationSyntax(Span, AttributeLists, Modifiers, Identifier);

/// <summary><c>extension&lt;T&gt;(T receiver) where … { members }</c> in a static class.</summary>
internal sealed record ExtensionBlockDeclarationSyntax(
    TextSpan Span,
    ImmutableArray<AttributeListSyntax> AttributeLists,
    ModifierList Modifiers,
    TextSpan KeywordSpan,
    ImmutableArray<TypeParameterSyntax> TypeParameters,
    ParameterListSyntax ParameterList,
    ImmutableArray<TypeParameterConstraintClauseSyntax> Constraints,
    ImmutableArray<MemberDeclarationSyntax> Members) : ModifiedMemberSyntax(Span, AttributeLists, Modifiers);

/// <summary><c>namespace N { … }</c>, or <c>namespace N;</c> when <paramref name="IsFileScoped"/>.</summary>
internal sealed record NamespaceDeclarationSyntax(
    TextSpan Span,
    TextSpan KeywordSpan,
    NameSyntax Name,
    bool IsFileScoped,
    ImmutableArray<UsingDirectiveSyntax> Usings,
    ImmutableArray<MemberDeclarationSyntax> Members) : MemberDeclarationSyntax(Span);

/// <summary><c>const int A = 1, B = 2;</c> has the const modifier.</summary>
internal sealed record FieldDeclarationSyntax(TextSpan Span, ImmutableArray<AttributeListSyntax> AttributeLists, ModifierList Modifiers, VariableDeclarationSyntax Declaration)
    : ModifiedMemberSyntax(Span, AttributeLists, Modifiers);

/// <summary><c>event Handler A, B;</c></summary>
internal sealed record EventFieldDeclarationSyntax(TextSpan Span, ImmutableArray<AttributeListSyntax> AttributeLists, ModifierList Modifiers, VariableDeclarationSyntax Declaration)
    : ModifiedMemberSyntax(Span, AttributeLists, Modifiers);

/// <summary><c>event Handler A { add { … } remove { … } }</c>.</summary>
internal sealed record EventDeclarationSyntax(
    TextSpan Span,
    ImmutableArray<AttributeListSyntax> AttributeLists,
    ModifierList Modifiers,
    TypeSyntax Type,
    NameSyntax? ExplicitInterface,
    SyntaxToken Identifier,
    ImmutableArray<AccessorDeclarationSyntax> Accessors) : ModifiedMemberSyntax(Span, AttributeLists, Modifiers);

/// <summary>A method of a type, or a function at the top of a cell. Abstract, partial and interface methods have no body.</summary>
internal sealed record MethodDeclarationSyntax(
    TextSpan Span,
    ImmutableArray<AttributeListSyntax> AttributeLists,
    ModifierList Modifiers,
    TypeSyntax ReturnType,
    NameSyntax? ExplicitInterface,
    SyntaxToken Identifier,
    ImmutableArray<TypeParameterSyntax> TypeParameters,
    ParameterListSyntax ParameterList,
    ImmutableArray<TypeParameterConstraintClauseSyntax> Constraints,
    BlockSyntax? Body,
    ExpressionSyntax? ExpressionBody) : ModifiedMemberSyntax(Span, AttributeLists, Modifiers);

internal sealed record ConstructorDeclarationSyntax(
    TextSpan Span,
    ImmutableArray<AttributeListSyntax> AttributeLists,
    ModifierList Modifiers,
    SyntaxToken Identifier,
    ParameterListSyntax ParameterList,
    ConstructorInitializerSyntax? Initializer,
    BlockSyntax? Body,
    ExpressionSyntax? ExpressionBody) : ModifiedMemberSyntax(Span, AttributeLists, Modifiers);

/// <summary><c>: base(…)</c> or <c>: this(…)</c>.</summary>
internal sealed record ConstructorInitializerSyntax(TextSpan Span, bool IsBase, ArgumentListSyntax ArgumentList) : SyntaxNode(Span);

internal sealed record DestructorDeclarationSyntax(
    TextSpan Span,
    ImmutableArray<AttributeListSyntax> AttributeLists,
    ModifierList Modifiers,
    SyntaxToken Identifier,
    BlockSyntax? Body,
    ExpressionSyntax? ExpressionBody) : ModifiedMemberSyntax(Span, AttributeLists, Modifiers);

/// <summary>A property; expression-bodied (<paramref name="ExpressionBody"/>) it has no accessors.</summary>
internal sealed record PropertyDeclarationSyntax(
    TextSpan Span,
    ImmutableArray<AttributeListSyntax> AttributeLists,
    ModifierList Modifiers,
    TypeSyntax Type,
    NameSyntax? ExplicitInterface,
    SyntaxToken Identifier,
    ImmutableArray<AccessorDeclarationSyntax> Accessors,
    ExpressionSyntax? ExpressionBody,
    ExpressionSyntax? Initializer) : ModifiedMemberSyntax(Span, AttributeLists, Modifiers)
{
    /// <summary>No accessor has a body: the value is kept as it was set.</summary>
    public bool IsAutomatic => ExpressionBody is null && Accessors.All(a => a.Body is null && a.ExpressionBody is null);
}

/// <summary><c>T this[int i] { … }</c>.</summary>
internal sealed record IndexerDeclarationSyntax(
    TextSpan Span,
    ImmutableArray<AttributeListSyntax> AttributeLists,
    ModifierList Modifiers,
    TypeSyntax Type,
    NameSyntax? ExplicitInterface,
    TextSpan ThisSpan,
    ParameterListSyntax ParameterList,
    ImmutableArray<AccessorDeclarationSyntax> Accessors,
    ExpressionSyntax? ExpressionBody) : ModifiedMemberSyntax(Span, AttributeLists, Modifiers);

internal enum AccessorKind
{
    Get,
    Set,
    Init,
    Add,
    Remove,
}

/// <summary>An accessor; without body it is automatic (or abstract).</summary>
internal sealed record AccessorDeclarationSyntax(
    TextSpan Span,
    ImmutableArray<AttributeListSyntax> AttributeLists,
    ModifierList Modifiers,
    AccessorKind Kind,
    BlockSyntax? Body,
    ExpressionSyntax? ExpressionBody) : SyntaxNode(Span);

/// <summary>
/// <c>operator +</c>, <c>operator checked -</c>, <c>operator true</c>, <c>operator ++</c>, and C# 14's compound <c>operator +=</c>:
/// <paramref name="OperatorToken"/> is the operator's text (<c>"&gt;&gt;"</c> put together).
/// </summary>
internal sealed record OperatorDeclarationSyntax(
    TextSpan Span,
    ImmutableArray<AttributeListSyntax> AttributeLists,
    ModifierList Modifiers,
    TypeSyntax ReturnType,
    NameSyntax? ExplicitInterface,
    string OperatorToken,
    TextSpan OperatorSpan,
    bool IsChecked,
    ParameterListSyntax ParameterList,
    BlockSyntax? Body,
    ExpressionSyntax? ExpressionBody) : ModifiedMemberSyntax(Span, AttributeLists, Modifiers);

/// <summary><c>implicit operator T(U u)</c>, <c>explicit operator T(U u)</c>.</summary>
internal sealed record ConversionOperatorDeclarationSyntax(
    TextSpan Span,
    ImmutableArray<AttributeListSyntax> AttributeLists,
    ModifierList Modifiers,
    bool IsImplicit,
    NameSyntax? ExplicitInterface,
    bool IsChecked,
    TypeSyntax Type,
    ParameterListSyntax ParameterList,
    BlockSyntax? Body,
    ExpressionSyntax? ExpressionBody) : ModifiedMemberSyntax(Span, AttributeLists, Modifiers);

/// <summary>Stands for what the parser could not read as a member and has reported.</summary>
internal sealed record IncompleteMemberSyntax(TextSpan Span) : MemberDeclarationSyntax(Span);

/// <summary>Parameters with their brackets, round or square; a lone lambda parameter without brackets too.</summary>
internal sealed record ParameterListSyntax(TextSpan Span, ImmutableArray<ParameterSyntax> Parameters) : SyntaxNode(Span);

/// <summary>
/// <paramref name="Type"/> is null for an untyped lambda parameter. <c>this</c>, <c>params</c> and <c>scoped</c> are modifiers;
/// <c>ref</c>, <c>out</c>, <c>in</c> and <c>ref readonly</c> are the <paramref name="RefKind"/>. An extension block's receiver may have no name (missing token).
/// </summary>
internal sealed record ParameterSyntax(
    TextSpan Span,
    ImmutableArray<AttributeListSyntax> AttributeLists,
    ModifierList Modifiers,
    RefKind RefKind,
    TypeSyntax? Type,
    SyntaxToken Identifier,
    ExpressionSyntax? Default) : SyntaxNode(Span)
{
    public bool IsThis => Modifiers.Has(Syntax.Modifiers.This);

    public bool IsParams => Modifiers.Has(Syntax.Modifiers.Params);
}

internal enum VarianceKind
{
    None,
    In,
    Out,
}

internal sealed record TypeParameterSyntax(TextSpan Span, ImmutableArray<AttributeListSyntax> AttributeLists, VarianceKind Variance, SyntaxToken Identifier) : SyntaxNode(Span);

/// <summary><c>where T : class, IFoo, new()</c>.</summary>
internal sealed record TypeParameterConstraintClauseSyntax(TextSpan Span, SyntaxToken Name, ImmutableArray<TypeParameterConstraintSyntax> Constraints) : SyntaxNode(Span);

internal abstract record TypeParameterConstraintSyntax(TextSpan Span) : SyntaxNode(Span);

internal enum SpecialConstraintKind
{
    Class,
    NullableClass,
    Struct,
    New,
    Default,
    AllowsRefStruct,
}

internal sealed record SpecialConstraintSyntax(TextSpan Span, SpecialConstraintKind Kind) : TypeParameterConstraintSyntax(Span);

/// <summary>A type; <c>notnull</c> and <c>unmanaged</c> are identifier names here.</summary>
internal sealed record TypeConstraintSyntax(TextSpan Span, TypeSyntax Type) : TypeParameterConstraintSyntax(Span);

/// <summary><c>[target: A, B(1)]</c>.</summary>
internal sealed record AttributeListSyntax(TextSpan Span, SyntaxToken? Target, ImmutableArray<AttributeSyntax> Attributes) : SyntaxNode(Span);

internal sealed record AttributeSyntax(TextSpan Span, NameSyntax Name, ImmutableArray<AttributeArgumentSyntax> Arguments) : SyntaxNode(Span);

/// <summary><c>Property = e</c> (<paramref name="NameEquals"/>), <c>parameter: e</c> (<paramref name="NameColon"/>) or <c>e</c>.</summary>
internal sealed record AttributeArgumentSyntax(TextSpan Span, SyntaxToken? NameEquals, SyntaxToken? NameColon, ExpressionSyntax Expression) : SyntaxNode(Span);
