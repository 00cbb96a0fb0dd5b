using System.Diagnostics;

namespace Gilde.Web.Tests.Accounts;

/// <summary>An answer must not tell by its time whether an address is known. Medians of alternating tries; a path that skips the hash or the account would differ several times over.</summary>
public class TimingTests(Servers servers)
{
    private const int Tries = 9, Rounds = 3;

    [Theory]
    [BothDatabases("signin")]
    [BothDatabases("signup")]
    [BothDatabases("recover")]
    public async Task Known_and_unknown_addresses_take_the_same_time(DatabaseKind kind, string door)
    {
        var server = await servers.On(kind);
        var people = new List<Person>();
        for (var i = 0; i < 3; i++) people.Add(await new Person(server).Join());
        await Measure(new Person(server), door);
        var seen = new List<string>();
        // A path that gives itself away does so in every round; a busy machine hardly does.
        for (var round = 0; round < Rounds; round++)
        {
            var (known, unknown) = await Round(server, people, door);
            if (Math.Max(known, unknown) < 2 * Math.Min(known, unknown) + 20) return;
            seen.Add($"known {known:F1} ms, unknown {unknown:F1} ms");
        }
        Assert.Fail($"{door}: {string.Join("; ", seen)}");
    }

    private static async Task<(double Known, double Unknown)> Round(GildeServer server, List<Person> people, string door)
    {
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var i = 0; i < Tries; i++)
        {
            // Turn about, so that whatever else the machine does burdens both alike.
            known.Add(await Measure(people[i % people.Count], door));
            unknown.Add(await Measure(new Person(server), door));
        }
        return (Median(known), Median(unknown));
    }

    private static async Task<double> Measure(Person person, string door)
    {
        var browser = person.Server.Client();
        var start = Stopwatch.GetTimestamp();
        using var answer = door switch
        {
            "signin" => await person.SignIn("falsch geraten", browser),
            "signup" => await browser.Submit("/signup", person.SignUpFields()),
            _ => await browser.Submit("/recover", ("email", person.Email)),
        };
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
