namespace Entente.People;

/// <summary>The offices that somebody holds, a bit each.</summary>
internal readonly record struct RoleFunctions(uint Bits)
{
    public bool Contains(RoleFunction function) => (Bits >> (int)function & 1) != 0;

    public RoleFunctions With(RoleFunction function) => new(Bits | (1u << (int)function));

    public RoleFunctions With(RoleFunctions others) => new(Bits | others.Bits);
}
