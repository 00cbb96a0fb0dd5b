using Gilde.Web.Contacts;
using Gilde.Web.Groups;
using Gilde.Web.Posts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Tests.Notifications;

/// <summary>What somebody may not see any more, no notification tells: not on the page, not in the count, not by its address.</summary>
public class NotificationVisibilityTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task What_is_lost_to_sight_is_lost_to_the_stream(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        foreach (var (name, arrange, lose) in Losses(server, anna))
        {
            var actor = await server.Member("Ben Kontakt");
            await arrange(actor);
            var row = Assert.Single(await server.Stream(anna));
            Assert.Equal(1, await anna.Bell());
            await lose(actor);
            Assert.True((await server.Stream(anna)).Count == 0, $"{name}: {row.Text}");
            Assert.True(await anna.Bell() == 0, name);
            using var opened = await anna.Client.GetAsync($"/notifications/{row.Id}");
            Assert.True(opened.StatusCode == HttpStatusCode.NotFound, name);
            await server.Db(db => db.Notifications.Where(n => n.MemberId == anna.Id).ExecuteDeleteAsync());
        }
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_seen_is_not_written(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        var secret = await Group(server, ben, GroupKind.Secret);
        foreach (var post in new[] { await server.Post(ben, audience: PostAudience.Contacts), await server.Post(ben, audience: PostAudience.Group, group: secret) }) await server.Mention(ben, anna, post);
        await server.Told();
        Assert.False(await server.Db(db => db.Notifications.AnyAsync(n => n.MemberId == anna.Id)));
        Assert.False(await server.Db(db => db.Jobs.AnyAsync(j => j.Kind == Gilde.Web.Notifications.MailNotification.JobKind && j.EffectKey!.Contains($":{anna.Id}:"))));
    }

    /// <summary>The rules for many readers are those for one, and posts are loaded by the same: whoever may read a post by the one may by the others.</summary>
    [Theory, BothDatabases]
    public async Task Many_readers_are_asked_the_same_as_one(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var people = new List<TestMember>();
        for (var n = 0; n < 7; n++) people.Add(await server.Member($"Mensch {n}"));
        var random = new Random(12);
        await server.Db(async db =>
        {
            var now = server.Clock.GetCurrentInstant();
            var groups = Enum.GetValues<GroupKind>().Select(k => new Group { Slug = $"g-{k}", Name = $"{k}", Kind = k, CreatedById = people[0].Id, CreatedAt = now }).ToList();
            db.AddRange(groups);
            await db.SaveChangesAsync();
            foreach (var group in groups)
                foreach (var person in people.Where(_ => random.Next(2) == 0)) db.Add(new GroupMember { GroupId = group.Id, MemberId = person.Id, JoinedAt = now });
            foreach (var (one, other) in people.SelectMany((p, i) => people.Skip(i + 1).Select(o => (p, o))))
            {
                if (random.Next(2) == 0)
                {
                    db.AddRange(new Contact(one.Id, other.Id, now), new Contact(other.Id, one.Id, now));
                    db.Add(new Gilde.Web.Introductions.Tie { LowId = Math.Min(one.Id, other.Id), HighId = Math.Max(one.Id, other.Id), Strength = (byte)random.Next(1, 255) });
                }
                else if (random.Next(6) == 0) db.Add(new Block { MemberId = one.Id, BlockedId = other.Id, At = now });
                else if (random.Next(4) == 0) db.Add(new Gilde.Web.Follows.Mute { MemberId = one.Id, MutedId = other.Id, At = now });
            }
            foreach (var person in people)
                foreach (var audience in Enum.GetValues<PostAudience>())
                    foreach (var state in Enumerable.Range(0, 4))
                        db.Add(new Post { AuthorId = person.Id, Text = "x", Audience = audience, GroupId = audience == PostAudience.Group ? groups[random.Next(groups.Count)].Id : null, PublishedAt = now, HiddenAt = state == 1 ? now : null, HeldAt = state == 2 ? now : null });
            db.Members.Single(m => m.Id == people[6].Id).SuspendedAt = now;
            db.Members.Single(m => m.Id == people[5].Id).ClosedAt = now;
            groups[0].PublicSince = now;
            await db.SaveChangesAsync();
            foreach (var post in await db.Posts.Where(p => p.Id % 9 == 0).ToListAsync()) post.Remove(post.AuthorId, now);
            await db.SaveChangesAsync();
        });
        await server.Db(async db =>
        {
            var posts = await db.Posts.Select(p => p.Id).OrderBy(p => p).ToListAsync();
            foreach (var viewer in people.Select(p => new Viewer { Id = p.Id }).Append(new Viewer()))
            {
                var loaded = await PostViews.Load(db, viewer, posts);
                Assert.Equal(await db.PostsVisibleTo(viewer).Select(p => p.Id).OrderBy(p => p).ToListAsync(), loaded.Select(p => p.Id));
                var muted = await db.Mutes.Where(m => m.MemberId == viewer.Id).Select(m => m.MutedId).ToListAsync();
                Assert.All(loaded, p => Assert.Equal(muted.Contains(p.AuthorId), p.IsMuted));
            }
            foreach (var person in people)
            {
                var viewer = new Viewer { Id = person.Id };
                Assert.Equal(await db.PostsVisibleTo(viewer).Select(p => p.Id).OrderBy(p => p).ToListAsync(), await db.Readings().Where(r => r.ReaderId == person.Id).Select(r => r.PostId).OrderBy(p => p).ToListAsync());
                Assert.Equal(await db.TalkersFor(viewer).Select(m => m.Id).OrderBy(m => m).ToListAsync(), await db.Hearings().Where(h => h.ListenerId == person.Id).Select(h => h.TalkerId).OrderBy(m => m).ToListAsync());
            }
        });
    }

    private static IEnumerable<(string Name, Func<TestMember, Task> Arrange, Func<TestMember, Task> Lose)> Losses(GildeServer server, TestMember anna)
    {
        var now = server.Clock.GetCurrentInstant();
        long post = 0, comment = 0, group = 0;
        async Task Named(TestMember ben, PostAudience audience, long? inGroup = null)
        {
            post = await server.Post(ben, audience: audience, group: inGroup);
            await server.Mention(ben, anna, post);
        }
        Task Change(Action<Post> change) => server.Do(db => change(db.Posts.Single(p => p.Id == post)));
        yield return ("removed", ben => Named(ben, PostAudience.Members), ben => Change(p => p.Remove(ben.Id, now)));
        yield return ("hidden", ben => Named(ben, PostAudience.Everyone), _ => Change(p => p.HiddenAt = now));
        yield return ("another audience", ben => Named(ben, PostAudience.Members), _ => Change(p => p.Audience = PostAudience.Contacts));
        yield return ("no contact any more", async ben =>
        {
            await server.Do(db => db.AddRange(new Contact(anna.Id, ben.Id, now), new Contact(ben.Id, anna.Id, now)));
            await Named(ben, PostAudience.Contacts);
        }, ben => server.Db(db => db.Contacts.Where(c => c.OwnerId == anna.Id || c.OtherId == anna.Id).ExecuteDeleteAsync()));
        yield return ("left group", async ben =>
        {
            group = await Group(server, ben, GroupKind.OnRequest);
            await server.Do(db => db.Add(new GroupMember { GroupId = group, MemberId = anna.Id, JoinedAt = now }));
            await Named(ben, PostAudience.Group, group);
        }, _ => server.Db(db => db.GroupMembers.Where(m => m.GroupId == group && m.MemberId == anna.Id).ExecuteDeleteAsync()));
        yield return ("secret group", async ben =>
        {
            group = await Group(server, ben, GroupKind.Open);
            await Named(ben, PostAudience.Group, group);
        }, _ => server.Do(db => db.Groups.Single(g => g.Id == group).Kind = GroupKind.Secret));
        yield return ("suspended", ben => Named(ben, PostAudience.Members), ben => server.Do(db => db.Members.Single(m => m.Id == ben.Id).SuspendedAt = now));
        yield return ("reaction taken back", async ben => await server.React(ben, anna, post = await server.Post(anna)), ben => server.Db(db => db.Reactions.Where(r => r.PostId == post).ExecuteDeleteAsync()));
        yield return ("comment removed", async ben => comment = await server.Comment(ben, anna, await server.Post(anna)), ben => server.Do(db => db.Comments.Single(c => c.Id == comment).Remove(ben.Id, now)));
        yield return ("comment hidden", async ben => comment = await server.Comment(ben, anna, await server.Post(anna)), ben => server.Do(db => db.Comments.Single(c => c.Id == comment).HiddenAt = now));
        yield return ("unfollowed", ben => server.Follow(ben, anna), ben => server.Db(db => db.MemberFollows.Where(f => f.FollowerId == ben.Id).ExecuteDeleteAsync()));
        yield return ("erased", ben => server.Follow(ben, anna), ben => server.Db(db => db.Members.Where(m => m.Id == ben.Id).ExecuteDeleteAsync()));
    }

    private static Task<long> Group(GildeServer server, TestMember owner, GroupKind kind) => server.Db(async db =>
    {
        var group = new Group { Slug = $"gruppe-{Guid.NewGuid():N}"[..20], Name = "Rohre", Kind = kind, CreatedById = owner.Id, CreatedAt = server.Clock.GetCurrentInstant() };
        db.Add(group);
        await db.SaveChangesAsync();
        db.Add(new GroupMember { GroupId = group.Id, MemberId = owner.Id, Role = GroupRole.Owner, JoinedAt = group.CreatedAt });
        await db.SaveChangesAsync();
        return group.Id;
    });
}
