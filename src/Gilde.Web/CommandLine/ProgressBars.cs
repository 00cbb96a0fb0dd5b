using Spectre.Console;

namespace Gilde.Web.CommandLine;

/// <summary>What is being done and which part of it is behind, from 0 to 1.</summary>
public sealed record Advance(string What, double Done);

/// <summary>Progress bars beside the answer: on standard error, so that what a command prints can be read by a program.</summary>
internal static class ProgressBars
{
    public static readonly IAnsiConsole Console = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(System.Console.Error),
        Ansi = System.Console.IsErrorRedirected ? AnsiSupport.No : AnsiSupport.Detect,
    });

    /// <summary>Runs the work with a bar; on a terminal it moves, in a log each step is a line.</summary>
    public static Task<T> Show<T>(Func<IProgress<Advance>, Task<T>> work) => Console.Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
        .StartAsync(context => work(new Bar(context)));

    private sealed class Bar(ProgressContext context) : IProgress<Advance>
    {
        private readonly ProgressTask task = context.AddTask("Starting", maxValue: 1);

        public void Report(Advance advance)
        {
            task.Description = Markup.Escape(advance.What);
            task.Value = advance.Done;
        }
    }
}
