using Xunit;

namespace Gilde.Graph.Tests;

/// <summary>The friendships of the LDBC social network in its smallest size, and its thirteenth question: how long is the shortest path between two persons?</summary>
public class LdbcTests
{
    static readonly string? Folder = FindFolder();

    static string? FindFolder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Gilde.slnx"))) root = root.Parent;
        var data = Environment.GetEnvironmentVariable("GILDE_REAL_DATA") ?? Path.Combine(root?.FullName ?? "", "../shared/data");
        var folder = Path.Combine(data, "ldbc-tiny/vanilla/dynamic");
        return Directory.Exists(folder) ? folder : null;
    }

    static IEnumerable<long[]> Rows(string file, int columns) =>
        File.ReadLines(Path.Combine(Folder!, file)).Skip(1).Select(line => line.Split('|').Take(columns).Select(long.Parse).ToArray());

    [Fact]
    public void Shortest_paths_between_all_persons_are_those_of_a_search_over_the_rows()
    {
        Assert.SkipWhen(Folder is null, "The LDBC data is not there.");
        long[] persons = [.. Rows("person_0_0.csv", 1).Select(row => row[0])];
        var friendships = Rows("person_knows_person_0_0.csv", 2).ToList();
        var graph = Import(persons, friendships);
        Assert.Equal((222, 825), ((int)graph.MemberCount, (int)graph.ContactCount));

        var expected = persons.ToDictionary(person => person, person => Distances(person, friendships));
        var found = 0;
        foreach (var from in persons)
        {
            var lengths = ShortestPaths(graph, from, persons);
            foreach (var to in persons)
            {
                Assert.Equal(expected[from].GetValueOrDefault(to, -1), lengths.GetValueOrDefault(to, -1));
                found += lengths.ContainsKey(to) ? 1 : 0;
            }
        }
        Assert.InRange(found, persons.Length + (2 * friendships.Count) + 1, persons.Length * persons.Length);
    }

    static ContactGraph Import(long[] persons, List<long[]> friendships)
    {
        var builder = new ContactGraphBuilder();
        foreach (var person in persons) builder.SetMember(person, MemberFlags.None);
        foreach (var pair in friendships) builder.SetContact(pair[0], pair[1], 100, hidden: false);
        return builder.Build();
    }

    /// <summary>The graph tells degrees up to three; who is farther is reached over somebody at three, six, nine …</summary>
    static Dictionary<long, int> ShortestPaths(ContactGraph graph, long from, long[] persons)
    {
        var (lengths, degrees) = (new Dictionary<long, int> { [from] = 0 }, new byte[persons.Length]);
        for (var (edge, length) = (new List<long> { from }, 0); edge.Count > 0; length += ContactPath.LongestHops)
        {
            foreach (var start in edge)
            {
                graph.Degrees(start, persons, degrees);
                foreach (var (person, degree) in persons.Zip(degrees))
                    if (degree > 0 && (!lengths.TryGetValue(person, out var known) || known > length + degree)) lengths[person] = length + degree;
            }
            edge = [.. lengths.Where(one => one.Value == length + ContactPath.LongestHops).Select(one => one.Key)];
        }
        return lengths;
    }

    static Dictionary<long, int> Distances(long from, List<long[]> friendships)
    {
        var distances = new Dictionary<long, int> { [from] = 0 };
        for (var distance = 0; distances.ContainsValue(distance); distance++)
            foreach (var pair in friendships)
                foreach (var (near, far) in new[] { (pair[0], pair[1]), (pair[1], pair[0]) })
                    if (distances.TryGetValue(near, out var at) && at == distance) distances.TryAdd(far, distance + 1);
        return distances;
    }
}
