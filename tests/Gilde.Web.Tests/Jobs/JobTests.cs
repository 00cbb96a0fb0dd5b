using Gilde.Web.Jobs;

namespace Gilde.Web.Tests.Jobs;

public class JobTests
{
    [Theory, BothDatabases]
    public async Task A_job_is_claimed_by_one_only(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        var clock = new MicrosecondClock();
        await using (var db = DataSetup.Open(settings))
        {
            for (var i = 0; i < 40; i++) db.Enqueue(clock, "none", i);
            await db.SaveChangesAsync();
        }
        var claimed = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            var mine = new List<long>();
            await using var db = DataSetup.Open(settings);
            while (await db.Claim(clock.GetCurrentInstant(), Duration.FromMinutes(5), default) is { } job) mine.Add(job.Id);
            return mine;
        })));
        Assert.Equal(40, claimed.SelectMany(c => c).Distinct().Count());
        Assert.Equal(40, claimed.Sum(c => c.Count));
    }
}
