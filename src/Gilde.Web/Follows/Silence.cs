namespace Gilde.Web.Follows;

/// <summary>Of whom a member hears nothing. Few have anybody here; one query then says so, where every row would have to be asked.</summary>
/// <param name="Blocked">A block stands between the two, from either side: neither exists for the other.</param>
/// <param name="Muted">The member does not want to hear of them.</param>
public sealed record Silence(IReadOnlySet<long> Blocked, IReadOnlySet<long> Muted)
{
    public static readonly Silence None = new(new HashSet<long>(), new HashSet<long>());

    /// <summary>All of them, each once.</summary>
    public long[] Ids => Blocked.Count + Muted.Count == 0 ? [] : [.. Blocked.Union(Muted)];

    public bool Covers(long member) => Blocked.Contains(member) || Muted.Contains(member);
}
