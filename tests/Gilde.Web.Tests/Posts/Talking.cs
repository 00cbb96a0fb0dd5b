using System.Text.Json;
using Gilde.Web.Contacts;
using Gilde.Web.Follows;
using Gilde.Web.Groups;
using Gilde.Web.Introductions;

namespace Gilde.Web.Tests.Posts;

/// <summary>What people do in tests of posts and feeds.</summary>
internal static class Talking
{
    /// <summary>Publishes and returns the post's address.</summary>
    public static Task<string> Says(this TestMember member, string text, string audience = "members", params (string, string)[] more) =>
        member.Client.SubmitOk("/posts", [("text", text), ("audience", audience), .. more]);

    public static long IdOf(string path) => long.Parse(path.Split('/')[^1].Split('#')[0], System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<bool> Sees(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{path}: {answer.StatusCode}");
        return answer.StatusCode == HttpStatusCode.OK;
    }

    public static async Task<JsonElement> Post(this HttpClient client, string path) => JsonDocument.Parse(await client.Json(path)).RootElement;

    /// <summary>The texts of a member's feed in order, from all its pages.</summary>
    public static async Task<List<string>> Feed(this TestMember member) => [.. (await member.FeedItems()).Select(i => i.GetProperty("post").GetProperty("text").GetString()!)];

    public static async Task<List<JsonElement>> FeedItems(this TestMember member)
    {
        var (items, path) = (new List<JsonElement>(), "/");
        while (path is not null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Accept.Add(new("application/json"));
            member.Client.DefaultRequestHeaders.Remove("Accept");
            using var response = await member.Client.SendAsync(request);
            member.Client.DefaultRequestHeaders.Add("Accept", "text/html");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.True(items.Count < 2_000, "the feed has no end");
            items.AddRange(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.EnumerateArray());
            path = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }
        return items;
    }

    /// <summary>How strong the tie of two is, as if they had talked.</summary>
    public static Task Tie(this GildeServer server, TestMember a, TestMember b, byte strength) => server.Db(async db =>
    {
        db.Add(new Tie { LowId = Math.Min(a.Id, b.Id), HighId = Math.Max(a.Id, b.Id), Strength = strength });
        await db.SaveChangesAsync();
    });

    public static Task<Group> Group(this GildeServer server, GroupKind kind, TestMember owner, params TestMember[] members) => server.Db(async db =>
    {
        var now = server.Clock.GetCurrentInstant();
        var group = new Group { Slug = $"gruppe-{Guid.NewGuid():N}", Name = "Draht und Kabel", Kind = kind, CreatedById = owner.Id, CreatedAt = now, ActiveAt = now, Members = members.Length + 1 };
        db.Add(group);
        await db.SaveChangesAsync();
        db.Add(new GroupMember { GroupId = group.Id, MemberId = owner.Id, Role = GroupRole.Owner, JoinedAt = now });
        foreach (var member in members) db.Add(new GroupMember { GroupId = group.Id, MemberId = member.Id, JoinedAt = now });
        await db.SaveChangesAsync();
        return group;
    });
}
