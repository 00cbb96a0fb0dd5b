namespace Gilde.Web.Accounts;

/// <summary>Where to go on after signing in: a path of this network, never another site.</summary>
public static class LocalPath
{
    public static string Of(string? next)
    {
        if (next is not { Length: > 0 and <= 1000 } || next[0] != '/' || next.Any(c => char.IsControl(c) || c == '\\')) return "/";
        return next.StartsWith("//", StringComparison.Ordinal) || next.StartsWith("/sign", StringComparison.Ordinal) ? "/" : next;
    }
}
