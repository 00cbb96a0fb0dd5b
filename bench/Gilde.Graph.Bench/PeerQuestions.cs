using Npgsql;

namespace Gilde.Graph.Bench;

/// <summary>The questions as SQL. PostgreSQL plans them on the covering index alone.</summary>
static class PeerQuestions
{
    const string Badges = """
        select case
          when exists (select from contact where a = $1 and b = p.id) then 1
          when exists (select from contact x join contact y on y.a = p.id and y.b = x.b where x.a = $1) then 2
          when exists (select from contact z join contact y on y.a = z.b where z.a = p.id and y.b in (select b from contact where a = $1)) then 3
          else 0 end
        from unnest($2) with ordinality as p(id, place) order by place
        """;

    const string BestPath = """
        select cost from (
          select own::int as cost, 1 as hops, 0 as first, 0 as second from contact where a = $1 and b = $2
          union all
          select x.own + t.step, 2, x.b, 0 from contact t join contact x on x.a = $1 and x.b = t.b where t.a = $2
          union all
          select x.own + y.step + t.step, 3, x.b, t.b
          from contact t join contact y on y.a = t.b join contact x on x.a = $1 and x.b = y.b
          where t.a = $2 and t.b <> $1 and y.b <> $2) paths
        order by cost, hops, first, second limit 1
        """;

    public static byte[] DegreesOf(NpgsqlConnection connection, long viewer, long[] people)
    {
        using var command = new NpgsqlCommand(Badges, connection) { Parameters = { new() { Value = (int)viewer }, new() { Value = people.Select(id => (int)id).ToArray() } } };
        using var reader = command.ExecuteReader();
        var degrees = new List<byte>();
        while (reader.Read()) degrees.Add((byte)reader.GetInt32(0));
        return [.. degrees];
    }

    /// <summary>The cost of the best path, -1 if there is none.</summary>
    public static int CostTo(NpgsqlConnection connection, long viewer, long target)
    {
        using var command = new NpgsqlCommand(BestPath, connection) { Parameters = { new() { Value = (int)viewer }, new() { Value = (int)target } } };
        return command.ExecuteScalar() is int cost ? cost : -1;
    }
}
